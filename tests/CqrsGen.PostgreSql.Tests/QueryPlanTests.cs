using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>Every read runs along an index.</summary>
public sealed class QueryPlanTests
{
    private static readonly Dictionary<string, EventQuery> s_queries = new()
    {
        ["all"] = EventQuery.All,
        ["all, backwards"] = new() { Direction = ReadDirection.Backwards },
        ["category"] = new() { Categories = ["order"] },
        ["categories, backwards"] = new() { Categories = ["order", "cart"], Direction = ReadDirection.Backwards },
        ["type"] = new() { Types = ["a"], IncludeArchived = true },
        ["type of a category"] = new() { Types = ["a"], Categories = ["order"] },
        ["types of categories"] = new() { Types = ["a", "b"], Categories = ["order", "cart"] },
        ["tag"] = new() { Criteria = [new TagCriterion { Tags = ["a"] }] },
        ["tags and types"] = new()
        {
            Criteria = [new TagCriterion { Tags = ["a", "b"], Types = ["x"] }, new TagCriterion { Tags = ["c"] }],
            Types = ["x", "y"],
            Categories = ["order"],
        },
    };

    public static TheoryData<string> Queries => [.. s_queries.Keys];

    [PostgreSqlTheory]
    [MemberData(nameof(Queries))]
    public async Task AllEvents(string name)
    {
        await using var schema = new TemporarySchema();
        await ShouldSearchAsync(schema, sql => sql.Events(s_queries[name], maxCount: 100));
    }

    [PostgreSqlFact]
    public async Task OneStream()
    {
        await using var schema = new TemporarySchema();
        await ShouldSearchAsync(schema, static sql => sql.Events(new StreamQuery(Some.Order()), 1, 100, maxCount: 100));
    }

    private static async Task ShouldSearchAsync(
        TemporarySchema schema, Func<EventSql, NpgsqlBatchCommand> write)
    {
        await schema.ExecuteAsync(PostgreSqlEventStore.ExportSchema(schema.Name));
        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using (var setting = new NpgsqlCommand("SET enable_seqscan = off", connection))
        {
            await setting.ExecuteNonQueryAsync();
        }

        var command = write(new EventSql(schema.Name));
        command.CommandText = "EXPLAIN " + command.CommandText;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        await using var reader = await batch.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(0));
        }

        string plan = string.Join('\n', steps);
        plan.ShouldNotContain("Seq Scan", Case.Sensitive, plan); // With an index it would not, so discouraged.
        plan.ShouldContain("Index", Case.Sensitive, plan);
    }
}
