using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>How the tables come to be, and what nobody may do to them.</summary>
public sealed class SchemaTests
{
    [PostgreSqlFact]
    public async Task ManyWhoStartAtOnceMakeTheTablesOnce()
    {
        await using var schema = new TemporarySchema();
        var stores = Enumerable.Range(0, 8).Select(_ => new PostgreSqlEventStore(schema.Options)).ToList();
        await Task.WhenAll(stores.Select((store, index) => store.AppendAsync(index).AsTask()));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        await using var reader = new PostgreSqlEventStore(schema.Options);
        await reader.WaitForEventsAsync(7);
        (await reader.AllAsync()).Count.ShouldBe(8);
    }

    [PostgreSqlFact]
    public async Task ASchemaOfANewerVersionIsRefused()
    {
        await using var schema = new TemporarySchema();
        await using (var store = new PostgreSqlEventStore(schema.Options))
        {
            await store.AppendAsync(1);
        }

        await schema.ExecuteAsync("UPDATE {s}.schema_version SET version = 999");
        await using var again = new PostgreSqlEventStore(schema.Options);
        (await Should.ThrowAsync<EventStoreException>(() => again.AppendAsync(1).AsTask())).Message
            .ShouldContain("999");
        (await Should.ThrowAsync<EventStoreException>(() => again.AllAsync())).Error.Category
            .ShouldBe(ErrorCategory.Unexpected);
    }

    [PostgreSqlFact]
    public async Task TheExportedSchemaIsTheOneThatIsMade()
    {
        await using var schema = new TemporarySchema();
        await schema.ExecuteAsync(PostgreSqlEventStore.ExportSchema(schema.Name));
        await using var store = new PostgreSqlEventStore(schema.Options);
        (await store.AppendAsync(1)).LastPosition.ShouldBe(1);
    }

    [PostgreSqlTheory]
    [InlineData("UPDATE {s}.events SET payload = '{}'")]
    [InlineData("UPDATE {s}.events SET version = version + 10")]
    [InlineData("UPDATE {s}.events SET metadata = NULL, tags = '{a}'")]
    [InlineData("UPDATE {s}.events SET archived = true")]
    [InlineData("UPDATE {s}.events SET archived = false")]
    [InlineData("DELETE FROM {s}.events")]
    [InlineData("TRUNCATE {s}.events")]
    public async Task EventsAreWrittenOnce(string sql)
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(schema.Options);
        await store.AppendAsync(1, 2);

        var thrown = await Should.ThrowAsync<PostgresException>(() => schema.ExecuteAsync(sql));
        thrown.Message.ShouldContain("events are");
        (await store.AllAsync()).Count.ShouldBe(2);
    }

    [PostgreSqlFact]
    public async Task TwoSchemasOfOneDatabaseHaveNothingToDoWithOneAnother()
    {
        await using var first = new TemporarySchema();
        await using var second = new TemporarySchema();
        await using var one = new PostgreSqlEventStore(first.Options);
        await using var two = new PostgreSqlEventStore(second.Options);
        await one.AppendAsync(1, 2);
        await two.AppendAsync(1);

        (await one.AllAsync()).Count.ShouldBe(2);
        (await two.AllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public void OptionsInALogShowNoPassword() =>
        new PostgreSqlEventStoreOptions { ConnectionString = "Host=db;Password=secret" }.ToString()
            .ShouldNotContain("secret");

    [Theory]
    [InlineData("x; DROP TABLE y")]
    [InlineData("Upper")]
    [InlineData("")]
    public void ASchemaWithAnOddNameIsRefused(string name) =>
        Should.Throw<ArgumentException>(() => new PostgreSqlEventStore(
            new PostgreSqlEventStoreOptions { ConnectionString = "Host=none", Schema = name }));

    [Fact]
    public async Task AServerThatIsNotThereIsUnavailable()
    {
        await using var store = new PostgreSqlEventStore(new PostgreSqlEventStoreOptions
        {
            ConnectionString = "Host=127.0.0.1;Port=1;Database=shop",
            CommandTimeout = TimeSpan.FromSeconds(2),
        });
        var thrown = await Should.ThrowAsync<EventStoreException>(() => store.AppendAsync(1).AsTask());
        thrown.Error.Category.ShouldBe(ErrorCategory.Unavailable);
        thrown.Message.ShouldContain("shop on 127.0.0.1");
        await Should.ThrowAsync<EventStoreException>(() => store.AllAsync());
    }
}
