using System.Text;
using CqrsGen.EventSourcing;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>
/// Writes statements that find events. What is asked for is split into branches, each of which runs along one index and
/// stops at the page's size; a list in one condition would sort everything that it finds first.
/// </summary>
internal sealed class EventSql(string prefix)
{
    private const string Columns =
        "e.position, e.stream, s.name, e.version, e.id, e.type, e.schema_version, e.payload, e.metadata, e.tags, " +
        "e.recorded_at";

    /// <summary>Events of all streams.</summary>
    public void WriteEvents(SqliteCommand command, EventQuery query, int maxCount)
    {
        WritePositions(command, query, maxCount);
        command.CommandText =
            $"SELECT {Columns} FROM ({command.CommandText}) AS found " +
            $"CROSS JOIN {prefix}events AS e ON e.position = found.position " +
            $"CROSS JOIN {prefix}streams AS s ON s.id = e.stream ORDER BY e.position {Order(query.Direction)}";
    }

    /// <summary>The positions of events of all streams.</summary>
    public void WritePositions(SqliteCommand command, EventQuery query, int maxCount)
    {
        var branches = new Branches(command, prefix, query);
        command.Parameters.AddWithValue("$after", query.After);
        command.Parameters.AddWithValue("$upTo", query.UpTo);
        command.Parameters.AddWithValue("$count", maxCount);
        string end = $" ORDER BY position {Order(query.Direction)} LIMIT $count";
        var parts = branches.Write().ConvertAll(branch => $"SELECT position FROM ({branch}{end})");
        command.CommandText = parts.Count == 1 ? parts[0] : $"{string.Join(" UNION ", parts)}{end}";
    }

    /// <summary>Events of one stream.</summary>
    public void WriteEvents(SqliteCommand command, StreamQuery query, long from, long to, int maxCount)
    {
        command.CommandText =
            $"SELECT {Columns} FROM {prefix}streams AS s CROSS JOIN {prefix}events AS e ON e.stream = s.id " +
            "WHERE s.name = $name AND s.state <= $state AND e.version BETWEEN $from AND $to " +
            $"ORDER BY e.version {Order(query.Direction)} LIMIT $count";
        command.Parameters.AddWithValue("$name", query.Stream.ToString());
        command.Parameters.AddWithValue(
            "$state", (int)(query.IncludeArchived ? StreamState.Archived : StreamState.Active));
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        command.Parameters.AddWithValue("$count", maxCount);
    }

    private static string Order(ReadDirection direction) => direction == ReadDirection.Forwards ? "ASC" : "DESC";

    /// <summary>The branches of one query. A plus before a column keeps its index out of the plan.</summary>
    private sealed class Branches(SqliteCommand command, string prefix, EventQuery query)
    {
        private const string Range = "position > $after AND position <= $upTo";

        private string Archived => query.IncludeArchived ? "" : " AND archived = 0";

        public List<string> Write()
        {
            if (query.Criteria.Count > 0)
            {
                string where = Archived + In("type", NameKind.Type, query.Types)
                    + In("category", NameKind.Category, query.Categories);
                return [.. query.Criteria.Select(criterion => OfTags(criterion, where))];
            }

            if (query.Types.Count > 0)
            {
                string where = Archived + In("category", NameKind.Category, query.Categories);
                return [.. query.Types.Distinct().Select(
                    name => $"{Events} type = {Id(NameKind.Type, name)} AND {Range}{where}")];
            }

            return query.Categories.Count > 0
                ? [.. query.Categories.Distinct().Select(
                    name => $"{Events} category = {Id(NameKind.Category, name)} AND {Range}{Archived}")]
                : [$"{Events} {Range}{Archived}"];
        }

        private string Events => $"SELECT position FROM {prefix}events WHERE";

        private string OfTags(TagCriterion criterion, string where)
        {
            var text = new StringBuilder()
                .Append("SELECT t.position AS position FROM ").Append(prefix).Append("event_tags AS t CROSS JOIN ")
                .Append(prefix).Append("events AS e ON e.position = t.position WHERE t.tag = ")
                .Append(Id(NameKind.Tag, criterion.Tags[0]))
                .Append(" AND t.position > $after AND t.position <= $upTo")
                .Append(where).Append(In("type", NameKind.Type, criterion.Types));
            foreach (string tag in criterion.Tags.Skip(1))
            {
                text.Append(" AND EXISTS (SELECT 1 FROM ").Append(prefix).Append("event_tags AS u WHERE u.tag = ")
                    .Append(Id(NameKind.Tag, tag)).Append(" AND u.position = t.position)");
            }

            return text.ToString();
        }

        private string In(string column, NameKind kind, IReadOnlyList<string> names) => names.Count == 0
            ? ""
            : $" AND +{column} IN ({string.Join(", ", names.Select(name => Id(kind, name)))})";

        private string Id(NameKind kind, string name) =>
            $"(SELECT id FROM {prefix}names WHERE kind = {(int)kind} AND name = {Parameter(name)})";

        private string Parameter(string value)
        {
            string name = $"$name{command.Parameters.Count}";
            command.Parameters.AddWithValue(name, value);
            return name;
        }
    }
}
