using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>
/// Writes statements that find events. What is asked for is split into branches, each of which runs along one index and
/// stops at the page's size.
/// </summary>
internal sealed class EventSql(string schema)
{
    /// <summary>The name as a lookup, not as a join, which a plan could begin with.</summary>
    private readonly string _columns =
        $"e.position, e.stream, (SELECT s.name FROM {schema}.streams AS s WHERE s.id = e.stream), e.version, e.id, " +
        "e.type, e.schema_version, e.payload, e.metadata, e.tags, e.recorded_at";

    /// <summary>Events of all streams.</summary>
    public NpgsqlBatchCommand Events(EventQuery query, int maxCount)
    {
        var command = new NpgsqlBatchCommand();
        string end = $"ORDER BY e.position {Order(query.Direction)}";
        if (query.Criteria.Count == 0 && query.Types.Count <= 1 && query.Categories.Count <= 1)
        {
            string where = new Branches(command, schema, query).Single();
            command.CommandText =
                $"SELECT {_columns} FROM {schema}.events AS e WHERE {where} {end} LIMIT {Add(command, maxCount)}";
            return command;
        }

        string positions = Positions(command, query, maxCount);
        command.CommandText =
            $"SELECT {_columns} FROM ({positions}) AS found " +
            $"JOIN {schema}.events AS e ON e.position = found.position {end}";
        return command;
    }

    /// <summary>The positions of events of all streams.</summary>
    public NpgsqlBatchCommand Positions(EventQuery query, int maxCount)
    {
        var command = new NpgsqlBatchCommand();
        command.CommandText = Positions(command, query, maxCount);
        return command;
    }

    /// <summary>Events of one stream.</summary>
    public NpgsqlBatchCommand Events(StreamQuery query, long from, long to, int maxCount)
    {
        var command = new NpgsqlBatchCommand();
        var most = query.IncludeArchived ? StreamState.Archived : StreamState.Active;
        command.CommandText =
            $"SELECT {_columns} FROM {schema}.events AS e WHERE e.stream = (SELECT id FROM {schema}.streams " +
            $"WHERE name = {Add(command, query.Stream.ToString())} AND state <= {Add(command, (int)most)}) " +
            $"AND e.version BETWEEN {Add(command, from)} AND {Add(command, to)} " +
            $"ORDER BY e.version {Order(query.Direction)} LIMIT {Add(command, maxCount)}";
        return command;
    }

    private string Positions(NpgsqlBatchCommand command, EventQuery query, int maxCount)
    {
        var branches = new Branches(command, schema, query).Write();
        string end = $"ORDER BY position {Order(query.Direction)} LIMIT {Add(command, maxCount)}";
        return branches.Count == 1
            ? $"{branches[0]} {end}"
            : $"{string.Join(" UNION ", branches.Select(branch => $"({branch} {end})"))} {end}";
    }

    private static string Add<T>(NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${command.Parameters.Count}";
    }

    private static string Order(ReadDirection direction) => direction == ReadDirection.Forwards ? "ASC" : "DESC";

    /// <summary>The branches of one query.</summary>
    private sealed class Branches(NpgsqlBatchCommand command, string schema, EventQuery query)
    {
        private readonly string _after = Add(command, query.After);
        private readonly string _upTo = Add(command, query.UpTo);

        private string Range => $"e.position > {_after} AND e.position <= {_upTo}" + Archived;

        private string Archived => query.IncludeArchived ? "" : " AND NOT e.archived";

        private string Found => $"SELECT e.position FROM {schema}.events AS e WHERE";

        /// <summary>The condition of a query that is one branch.</summary>
        public string Single() => Range
            + (query.Types.Count > 0 ? $" AND e.type = {Add(command, query.Types[0])}" : "")
            + (query.Categories.Count > 0 ? $" AND e.category = {Add(command, query.Categories[0])}" : "");

        public List<string> Write()
        {
            if (query.Criteria.Count > 0)
            {
                string where = In("type", query.Types) + In("category", query.Categories);
                return [.. query.Criteria.Select(criterion => OfTags(criterion) + where)];
            }

            if (query.Types.Count > 0)
            {
                string where = In("category", query.Categories);
                return [.. query.Types.Distinct().Select(
                    name => $"{Found} e.type = {Add(command, name)} AND {Range}{where}")];
            }

            return query.Categories.Count > 0
                ? [.. query.Categories.Distinct().Select(
                    name => $"{Found} e.category = {Add(command, name)} AND {Range}")]
                : [$"{Found} {Range}"];
        }

        private string OfTags(TagCriterion criterion)
        {
            string first = Add(command, criterion.Tags[0]);
            var others = criterion.Tags.Skip(1).Select(tag =>
                $" AND EXISTS (SELECT 1 FROM {schema}.event_tags AS u " +
                $"WHERE u.tag = {Add(command, tag)} AND u.position = t.position)");
            return
                $"SELECT t.position FROM {schema}.event_tags AS t JOIN {schema}.events AS e " +
                $"ON e.position = t.position WHERE t.tag = {first} AND t.position > {_after} " +
                $"AND t.position <= {_upTo}{Archived}{string.Concat(others)}{In("type", criterion.Types)}";
        }

        private string In(string column, IReadOnlyList<string> names) => names.Count == 0
            ? ""
            : $" AND e.{column} = ANY({Add(command, names.ToArray())})";
    }
}
