using System.Globalization;
using System.Runtime.CompilerServices;
using CqrsGen.Chaos.Worker;
using CqrsGen.EventSourcing;
using CqrsGen.Sqlite;

namespace CqrsGen.Chaos.Tests;

/// <summary>Several processes write to one file and are killed at random.</summary>
public sealed class SqliteKillTests : IDisposable
{
    private const int Rounds = 4;
    private const int Workers = 3;
    private const int KillsBetweenChecks = 20;

    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("CQRSGEN_KILLS") ?? "200", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("cqrsgen-chaos-").FullName;

    [ModuleInitializer]
    internal static void BringEngine() => SQLitePCL.Batteries_V2.Init();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Rounds)]
    public async Task WhatWasConfirmedIsThereOnceAndInOrder(int round)
    {
        var random = new Random(round);
        string file = Path.Combine(_folder, "chaos.db");
        WorkerProcess[] workers = [.. Enumerable.Range(1, Workers).Select(number => new WorkerProcess(file, number))];
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
                    await CheckAsync(file, workers);
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

        await CheckAsync(file, workers);
    }

    private static async Task CheckAsync(string file, WorkerProcess[] workers)
    {
        int[] confirmed = [.. workers.Select(static worker => worker.Confirmed)];
        await using var store = new SqliteEventStore(new SqliteEventStoreOptions { Path = file });
        var ids = new HashSet<Guid>();
        var versions = new Dictionary<StreamName, long>();
        long last = 0;
        await foreach (var @event in store.ReadAsync(EventQuery.All))
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
