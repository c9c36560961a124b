using System.Globalization;
using CqrsGen.Chaos.Worker;
using CqrsGen.EventSourcing;
using CqrsGen.PostgreSql.Tests;

namespace CqrsGen.Chaos.Tests;

/// <summary>Several processes write to one store and are killed at random.</summary>
public sealed class KillTests
{
    private const int Rounds = 4;
    private const int Workers = 3;
    private const int KillsBetweenChecks = 20;

    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("CQRSGEN_KILLS") ?? "200", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Rounds)]
    public async Task SqliteKeepsWhatWasConfirmedOnceAndInOrder(int round)
    {
        string folder = Directory.CreateTempSubdirectory("cqrsgen-chaos-").FullName;
        await KillAsync(Path.Combine(folder, "chaos.db"), round);
        Directory.Delete(folder, recursive: true);
    }

    [PostgreSqlTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Rounds)]
    public async Task PostgreSqlKeepsWhatWasConfirmedOnceAndInOrder(int round)
    {
        await using var schema = new TemporarySchema();
        await KillAsync(WorkerStore.Of(schema.Options), round);
    }

    private static async Task KillAsync(string store, int round)
    {
        var random = new Random(round);
        WorkerProcess[] workers = [.. Enumerable.Range(1, Workers).Select(number => new WorkerProcess(store, number))];
        try
        {
            foreach (var worker in workers)
            {
                worker.Start();
            }

            for (int kill = 1; kill <= s_kills / Rounds; kill++)
            {
                var worker = workers[random.Next(Workers)];
                await worker.WorkAsync(TimeSpan.FromSeconds(60));
                await Task.Delay(random.Next(20));
                await worker.KillAsync();
                if (kill % KillsBetweenChecks == 0)
                {
                    await CheckAsync(store, workers);
                }

                worker.Start();
            }

            foreach (var worker in workers)
            {
                await worker.WorkAsync(TimeSpan.FromSeconds(60)); // All of them are alive and go on.
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Dispose();
            }
        }

        await CheckAsync(store, workers);
    }

    /// <summary>Waits until what was appended before is readable: an event that comes after it is.</summary>
    private static async Task SeeAllAsync(IEventStore store)
    {
        var mark = new NewEvent { Id = Guid.NewGuid(), Type = "checked", Payload = "{}"u8.ToArray() };
        var marked = await store.AppendAsync(new StreamName("check", "1"), ExpectedVersion.Any, [mark]);
        await store.WaitForEventsAsync(marked.LastPosition - 1).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task CheckAsync(string place, WorkerProcess[] workers)
    {
        int[] confirmed = [.. workers.Select(static worker => worker.Confirmed)];
        var store = WorkerStore.Open(place);
        await using var disposed = (IAsyncDisposable)store;
        await SeeAllAsync(store);
        var ids = new HashSet<Guid>();
        var versions = new Dictionary<StreamName, long>();
        long last = 0;
        await foreach (var @event in store.ReadAsync(new EventQuery { Categories = ["shared", "worker"] }))
        {
            @event.Position.ShouldBeGreaterThan(last);
            last = @event.Position;
            ids.Add(@event.Id).ShouldBeTrue($"{@event.Id} is there twice");
            versions[@event.Stream] = versions.GetValueOrDefault(@event.Stream) + 1;
            @event.Version.ShouldBe(versions[@event.Stream], @event.Stream.ToString());
        }

        for (int index = 0; index < workers.Length; index++)
        {
            int worker = workers[index].Number;
            for (int sequence = 1; sequence <= confirmed[index]; sequence++)
            {
                ids.ShouldContain(WorkerAppend.Id(worker, sequence, 1), $"{worker} was told that {sequence} is stored");
                ids.ShouldContain(WorkerAppend.Id(worker, sequence, 2), $"{worker} was told that {sequence} is stored");
            }
        }

        // Both events of an append or none.
        ids.GroupBy(static id => $"{id}".Remove(9, 4)).ShouldAllBe(static append => append.Count() == 2);
        foreach (var (stream, version) in versions)
        {
            (await store.FindStreamAsync(stream))!.Version.ShouldBeGreaterThanOrEqualTo(version);
        }
    }
}
