using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite.Tests;

/// <summary>Nobody changes events, not even by hand.</summary>
public sealed class WrittenOnceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE cqrs_events SET payload = '{}'")]
    [InlineData("UPDATE cqrs_events SET version = version + 10")]
    [InlineData("UPDATE cqrs_events SET position = position + 10")]
    [InlineData("UPDATE cqrs_events SET metadata = NULL, tags = 'a'")]
    [InlineData("UPDATE cqrs_events SET archived = 1")]
    [InlineData("DELETE FROM cqrs_events")]
    public async Task EventsAreWrittenOnce(string sql)
    {
        await using var store = new SqliteEventStore(new SqliteEventStoreOptions { Path = _folder.File() });
        await store.AppendAsync(1, 2);
        using var connection = new SqliteConnection($"Data Source={_folder.File()};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("events are");
        (await store.AllAsync()).Count.ShouldBe(2);
    }
}
