using CqrsGen.EventSourcing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>Nothing turns up behind the head, whoever appends, hangs or dies.</summary>
public sealed class FrontierTests
{
    [PostgreSqlFact]
    public async Task AnAppenderThatHangsHoldsBackWhatComesAfterItAndIsReported()
    {
        await using var schema = new TemporarySchema();
        var log = new CapturedLog();
        await using var store = new PostgreSqlEventStore(
            schema.Options with { StuckAfter = TimeSpan.FromMilliseconds(300) }, TimeProvider.System, log);
        long before = (await store.AppendAsync(1)).LastPosition;
        await store.WaitForEventsAsync(before - 1);

        await using var hanging = await BeginInsertAsync(schema);
        var after = await store.AppendAsync(2);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        (await store.GetHeadAsync()).ShouldBe(before);
        log.Lines.ShouldContain(static line => line.Contains("No event is published", StringComparison.Ordinal)
            && line.Contains("hanging", StringComparison.Ordinal));

        await hanging.CommitAsync();
        (await store.WaitForEventsAsync(before).AsTask().WaitAsync(Soon)).ShouldBeGreaterThan(before);
        await WaitForAsync(store, after.LastPosition);
        (await store.AllAsync()).Select(static found => found.Stream.Id).ShouldBe(["1", "hung", "2"]);
    }

    [PostgreSqlFact]
    public async Task AnAppenderWhoseConnectionIsCutLeavesAHoleAndHoldsNobodyUp()
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(schema.Options);
        await store.AppendAsync(1);
        await using var hanging = await BeginInsertAsync(schema);
        var after = await store.AppendAsync(2);
        await schema.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hanging'");

        await WaitForAsync(store, after.LastPosition);
        (await store.AllAsync()).Select(static found => found.Stream.Id).ShouldBe(["1", "2"]);
        after.LastPosition.ShouldBe(3);
    }

    [PostgreSqlFact]
    public async Task APreparedTransactionIsWaitedForToo()
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(schema.Options);
        long before = (await store.AppendAsync(1)).LastPosition;
        await store.WaitForEventsAsync(before - 1);
        await schema.ExecuteAsync($"BEGIN; {Insert}; PREPARE TRANSACTION '{schema.Name}'");

        var after = await store.AppendAsync(2);
        await Task.Delay(TimeSpan.FromSeconds(1));
        (await store.GetHeadAsync()).ShouldBe(before);
        await schema.ExecuteAsync($"COMMIT PREPARED '{schema.Name}'");
        await WaitForAsync(store, after.LastPosition);
        (await store.AllAsync()).Count.ShouldBe(3);
    }

    [PostgreSqlFact]
    public async Task WhatAProcessAppendedThatDiedIsPublishedByAnother()
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(schema.Options);
        await store.GetHeadAsync();
        var waiting = store.WaitForEventsAsync(0).AsTask();
        await schema.ExecuteAsync(Insert); // Nobody publishes for it.

        (await waiting.WaitAsync(Soon)).ShouldBe(1);
    }

    [PostgreSqlFact]
    public async Task LosingTheFrontierOnlyMeansToWorkItOutAgain()
    {
        await using var schema = new TemporarySchema();
        await using (var store = new PostgreSqlEventStore(schema.Options))
        {
            await store.AppendAsync(1, 3);
            await store.GetHeadAsync();
        }

        await schema.ExecuteAsync("UPDATE {s}.frontier SET position = 0");
        await using var again = new PostgreSqlEventStore(schema.Options);
        (await again.WaitForEventsAsync(0).AsTask().WaitAsync(Soon)).ShouldBe(3);
    }

    [PostgreSqlFact]
    public async Task FourProcessesAppendAndAReaderSeesEverythingOnceInOrder()
    {
        const int PerStore = 400;
        await using var schema = new TemporarySchema();
        await using var reading = new PostgreSqlEventStore(schema.Options);
        var seen = new List<StoredEvent>();
        using var cancellation = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            await foreach (var found in reading.SubscribeAsync(EventQuery.All, cancellation.Token))
            {
                seen.Add(found);
                if (seen.Count == 4 * PerStore)
                {
                    return;
                }
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            await using var store = new PostgreSqlEventStore(schema.Options);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
            {
                for (int count = 0; count < PerStore / 8; count++)
                {
                    await store.AppendAsync(count % 7 == 0 ? 1000 : (number * 8) + caller);
                }
            }));
        })));

        await reader.WaitAsync(TimeSpan.FromMinutes(1));
        seen.Select(static found => found.Position).ShouldBeInOrder();
        seen.DistinctBy(static found => found.Id).Count().ShouldBe(4 * PerStore);
        seen.GroupBy(static found => found.Stream).ShouldAllBe(static stream => stream
            .Select(found => found.Version).SequenceEqual(Enumerable.Range(1, stream.Count()).Select(n => (long)n)));
    }

    private static TimeSpan Soon => TimeSpan.FromSeconds(30);

    private const string Insert =
        "WITH s AS (INSERT INTO {s}.streams (name, version) VALUES ('order-hung', 1) RETURNING id) " +
        "INSERT INTO {s}.events (stream, version, category, type, schema_version, recorded_at, id, payload) " +
        "SELECT id, 1, 'order', 'placed', 1, now(), gen_random_uuid(), '{}' FROM s";

    private static async Task WaitForAsync(PostgreSqlEventStore store, long position)
    {
        using var cancellation = new CancellationTokenSource(Soon);
        await store.WaitForEventsAsync(position - 1, cancellation.Token);
    }

    /// <summary>Inserts by hand, as a process that hangs before it commits.</summary>
    private static async Task<OpenTransaction> BeginInsertAsync(TemporarySchema schema)
    {
        var connection = new NpgsqlConnection(
            PostgreSqlServer.ConnectionString + ";Application Name=hanging;Pooling=false");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            Insert.Replace("{s}", schema.Name, StringComparison.Ordinal), connection);
        await command.ExecuteNonQueryAsync();
        return new OpenTransaction(connection, transaction);
    }

    private sealed class OpenTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public Task CommitAsync() => transaction.CommitAsync();

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();
    }

    private sealed class CapturedLog : ILogger<PostgreSqlEventStore>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception));
            }
        }
    }
}
