using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>Several hosts on one database, and what stands in their way.</summary>
public sealed class HostsTests
{
    [PostgreSqlFact]
    public async Task OneAppendThatComesFromManyHostsAtOnceIsMadeOnce()
    {
        await using var schema = new TemporarySchema();
        var stores = Enumerable.Range(0, 6).Select(_ => new PostgreSqlEventStore(schema.Options)).ToList();
        for (int round = 0; round < 20; round++)
        {
            var request = new AppendRequest
            {
                Id = new AppendId(Guid.NewGuid()),
                Streams = [new StreamAppend(Some.Order(round), ExpectedVersion.None, [Some.Event()])],
            };
            var outcomes = await Task.WhenAll(
                stores.Select(store => store.TryAppendAsync(request).AsTask()));
            outcomes.ShouldAllBe(static outcome => outcome.IsAppended);
            outcomes.Count(static outcome => !outcome.Result!.IsDuplicate).ShouldBe(1);
            outcomes.Select(static outcome => outcome.Result!.LastPosition).Distinct().Count().ShouldBe(1);
        }

        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [PostgreSqlFact]
    public async Task HostsThatWantTheSameVersionGetItOnce()
    {
        await using var schema = new TemporarySchema();
        var stores = Enumerable.Range(0, 4).Select(_ => new PostgreSqlEventStore(schema.Options)).ToList();
        for (int version = 0; version < 30; version++)
        {
            long seen = version;
            var outcomes = await Task.WhenAll(stores.Select(store => store.TryAppendAsync(new AppendRequest
            {
                Id = new AppendId(Guid.NewGuid()),
                Streams = [new StreamAppend(Some.Order(), ExpectedVersion.Exactly(seen), [Some.Event()])],
            }).AsTask()));
            outcomes.Count(static outcome => outcome.IsAppended).ShouldBe(1);
        }

        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [PostgreSqlFact]
    public async Task HostsThatDecideByATagDoSoOneAfterTheOther()
    {
        await using var schema = new TemporarySchema();
        var stores = Enumerable.Range(0, 4).Select(_ => new PostgreSqlEventStore(schema.Options)).ToList();
        var seats = new TagCriterion { Tags = ["course:c1"] };
        await Task.WhenAll(stores.Select(async (store, host) =>
        {
            for (int wanted = 0; wanted < 10;)
            {
                long seen = await store.GetHeadAsync();
                var outcome = await store.TryAppendAsync(new AppendRequest
                {
                    Id = new AppendId(Guid.NewGuid()),
                    Streams =
                    [
                        new StreamAppend(
                            Some.Order((host * 100) + wanted),
                            ExpectedVersion.None,
                            [Some.Event("taken", "course:c1")]),
                    ],
                    Conditions = [new AppendCondition([seats], seen)],
                });
                wanted += outcome.IsAppended ? 1 : 0;
            }
        })).WaitAsync(TimeSpan.FromMinutes(2));

        await stores[0].WaitForEventsAsync(39);
        (await stores[0].AllAsync()).Count.ShouldBe(40);
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [PostgreSqlFact]
    public async Task AStreamThatSomebodyHoldsForTooLongFailsItsOwnAppendsAlone()
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(
            schema.Options with { LockTimeout = TimeSpan.FromMilliseconds(200) });
        await store.AppendAsync(1);
        await using var holding = new NpgsqlConnection(PostgreSqlServer.ConnectionString + ";Pooling=false");
        await holding.OpenAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"SELECT 1 FROM {schema.Name}.streams FOR UPDATE", holding))
        {
            await command.ExecuteNonQueryAsync();
        }

        var appends = Enumerable.Range(1, 8).Select(number => store.AppendAsync(number).AsTask()).ToList();
        (await Should.ThrowAsync<EventStoreException>(() => appends[0])).Error.IsRetryable.ShouldBeTrue();
        await Task.WhenAll(appends.Skip(1));
        await transaction.RollbackAsync();
        (await store.AppendAsync(1)).Streams[0].Version.ShouldBe(2);
    }

    [PostgreSqlFact]
    public async Task WhereAllConnectionsAreInUseTheStoreIsUnavailableInTime()
    {
        await using var schema = new TemporarySchema();
        await using var store = new PostgreSqlEventStore(schema.Options with
        {
            ConnectionString = PostgreSqlServer.ConnectionString + ";Maximum Pool Size=1",
            CommandTimeout = TimeSpan.FromSeconds(3),
        });
        await store.AppendAsync(1);
        await using var holding = new NpgsqlConnection(PostgreSqlServer.ConnectionString + ";Pooling=false");
        await holding.OpenAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"LOCK TABLE {schema.Name}.events", holding))
        {
            await command.ExecuteNonQueryAsync();
        }

        var reads = Enumerable.Range(0, 3).Select(_ => ReadAsync(store)).ToList();
        foreach (var read in reads)
        {
            (await Should.ThrowAsync<EventStoreException>(() => read.WaitAsync(TimeSpan.FromSeconds(20))))
                .Error.Category.ShouldBe(ErrorCategory.Unavailable);
        }

        await transaction.RollbackAsync();
        (await ReadAsync(store)).ShouldBe(1);
    }

    [PostgreSqlFact]
    public async Task ARoleThatOnlyReadsReadsWhatOthersPublish()
    {
        await using var schema = new TemporarySchema();
        string role = await schema.MakeRoleAsync(
            static (role, schema) => PostgreSqlEventStore.ExportGrants(null, role, schema));
        await using var writing = new PostgreSqlEventStore(schema.Options);
        await using var reading = new PostgreSqlEventStore(schema.OptionsOf(role));
        var woken = reading.WaitForEventsAsync(0).AsTask();
        await writing.AppendAsync(1);

        (await woken.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(1);
        (await reading.AllAsync()).Count.ShouldBe(1);
        (await Should.ThrowAsync<EventStoreException>(() => reading.AppendAsync(1).AsTask())).Message
            .ShouldContain("grant", Case.Insensitive);
    }

    private static async Task<int> ReadAsync(PostgreSqlEventStore store)
    {
        int count = 0;
        await foreach (var _ in store.ReadStreamAsync(new StreamQuery(Some.Order())))
        {
            count++;
        }

        return count;
    }
}
