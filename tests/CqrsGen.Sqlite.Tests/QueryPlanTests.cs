using CqrsGen.EventSourcing;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite.Tests;

/// <summary>Every read runs along an index and sorts no more than a page.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Queries => [.. s_queries.Keys];

    private static readonly Dictionary<string, EventQuery> s_queries = new()
    {
        ["all"] = EventQuery.All,
        ["all, backwards"] = new() { Direction = ReadDirection.Backwards },
        ["category"] = new() { Categories = ["order"] },
        ["categories, backwards"] = new() { Categories = ["order", "cart"], Direction = ReadDirection.Backwards },
        ["type"] = new() { Types = ["a"], IncludeArchived = true },
        ["types of categories"] = new() { Types = ["a", "b"], Categories = ["order", "cart"] },
        ["tag"] = new() { Criteria = [new TagCriterion { Tags = ["a"] }] },
        ["tags and types"] = new()
        {
            Criteria = [new TagCriterion { Tags = ["a", "b"], Types = ["x"] }, new TagCriterion { Tags = ["c"] }],
            Types = ["x", "y"],
            Categories = ["order"],
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task AllEvents(string name)
    {
        using var connection = await OpenAsync();
        using var command = connection.CreateCommand();
        new EventSql("cqrs_").WriteEvents(command, s_queries[name], maxCount: 100);
        ShouldSearch(command);
    }

    [Fact]
    public async Task OneStream()
    {
        using var connection = await OpenAsync();
        using var command = connection.CreateCommand();
        new EventSql("cqrs_").WriteEvents(command, new StreamQuery(Some.Order()), 1, 100, maxCount: 100);
        ShouldSearch(command);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        await using (var store = new SqliteEventStore(new SqliteEventStoreOptions { Path = _folder.File() }))
        {
            await store.AppendAsync(1);
        }

        var connection = new SqliteConnection($"Data Source={_folder.File()};Pooling=false");
        connection.Open();
        return connection;
    }

    private static void ShouldSearch(SqliteCommand command)
    {
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        string plan = string.Join('\n', steps);
        foreach (string step in steps.Where(static step => step.StartsWith("SCAN", StringComparison.Ordinal)))
        {
            step.ShouldMatch("SUBQUERY|found|CONSTANT", plan); // Pages that were found along an index.
        }

        steps.ShouldContain(static step => step.StartsWith("SEARCH TABLE cqrs_events", StringComparison.Ordinal)
            || step.StartsWith("SEARCH TABLE cqrs_event_tags", StringComparison.Ordinal), plan);
    }
}
