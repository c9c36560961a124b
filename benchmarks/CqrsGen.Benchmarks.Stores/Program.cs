// Appends, reads and the raw driver beside them, each for some seconds in a fresh store. Usage:
// [folder] [seconds] [connection string of PostgreSQL; without it, SQLite alone]
using System.Diagnostics;
using CqrsGen.Benchmarks.Stores;
using CqrsGen.EventSourcing;
using CqrsGen.PostgreSql;
using CqrsGen.Sqlite;
using Npgsql;

SQLitePCL.Batteries_V2.Init();
string folder = args.Length > 0 ? args[0] : Path.GetTempPath();
var duration = TimeSpan.FromSeconds(args.Length > 1 ? int.Parse(args[1]) : 4);
int[] callers = [1, 16, 64, 256];
if (args.Length > 2)
{
    await PostgreSqlAsync(args[2]);
    return;
}

Console.WriteLine("| SQLite, FULL | events/s | p99 ms |");
Console.WriteLine("|---|---|---|");
foreach (int batch in callers)
{
    using var raw = new RawSqlite(NewFile());
    double rate = raw.Append(batch, duration);
    Console.WriteLine($"| raw inserts, {batch} a transaction | {rate:N0} | |");
}

foreach (int count in callers)
{
    await using var store = new SqliteEventStore(new SqliteEventStoreOptions { Path = NewFile() });
    var (rate, p99) = await AppendAsync(store, count);
    Console.WriteLine($"| store, {count} callers, one event an append | {rate:N0} | {p99:N2} |");
}

await ReadAsync();
return;

string NewFile() => Path.Combine(folder, $"bench-{Guid.NewGuid():N}.db");

async Task<(double Rate, double P99)> AppendAsync(IEventStore store, int count)
{
    await store.AppendAsync(new StreamName("warm", "up"), ExpectedVersion.Any, [Payload.Event()]);
    var clock = Stopwatch.StartNew();
    var latencies = await Task.WhenAll(Enumerable.Range(0, count).Select(caller => Task.Run(async () =>
    {
        var stream = new StreamName("caller", $"{caller}");
        var mine = new List<double>();
        for (long version = 0; clock.Elapsed < duration; version++)
        {
            long start = Stopwatch.GetTimestamp();
            await store.AppendAsync(stream, ExpectedVersion.Exactly(version), [Payload.Event()]);
            mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return mine;
    })));
    double seconds = clock.Elapsed.TotalSeconds;
    var all = latencies.SelectMany(static found => found).Order().ToList();
    return (all.Count / seconds, all[(int)(all.Count * 0.99)]);
}

async Task PostgreSqlAsync(string connection)
{
    int[] hosts = [1, 8, 32, 128];
    var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 };
    await using var source = NpgsqlDataSource.Create(settings);
    Console.WriteLine("| PostgreSQL | events/s | p99 ms |");
    Console.WriteLine("|---|---|---|");
    foreach (int batch in hosts)
    {
        var raw = await RawPostgreSql.MakeAsync(source, NewSchema());
        Console.WriteLine($"| raw inserts, {batch} a transaction | {await raw.AppendAsync(batch, duration):N0} | |");
    }

    foreach (int count in hosts)
    {
        await using var store = new PostgreSqlEventStore(
            new() { ConnectionString = connection, Schema = NewSchema() });
        var (rate, p99) = await AppendAsync(store, count);
        Console.WriteLine($"| store, {count} callers, one event an append | {rate:N0} | {p99:N2} |");
    }

    string schema = NewSchema();
    await using var reading = new PostgreSqlEventStore(new() { ConnectionString = connection, Schema = schema });
    await FillAsync(reading);
    var rawReading = new RawPostgreSql(source, schema);
    Console.WriteLine();
    Console.WriteLine("| read | events/s |");
    Console.WriteLine("|---|---|");
    Console.WriteLine($"| raw, all | {await BestAsync(rawReading.ReadAllAsync):N0} |");
    Console.WriteLine($"| store, all | {await BestAsync(() => Count(reading.ReadAsync(EventQuery.All))):N0} |");
    var one = new StreamQuery(new StreamName("read", "100"));
    double best = await BestAsync(() => Count(reading.ReadStreamAsync(one)));
    Console.WriteLine($"| store, a stream of 1,000 | {best:N0} |");
}

static string NewSchema() => $"bench_{Guid.NewGuid():N}";

static async Task FillAsync(IEventStore store)
{
    for (int stream = 0; stream < 200; stream++)
    {
        await store.AppendAsync(
            new StreamName("read", $"{stream}"),
            ExpectedVersion.None,
            [.. Enumerable.Range(0, 1000).Select(static _ => Payload.Event())]);
    }
}

async Task ReadAsync()
{
    string file = NewFile();
    await using var store = new SqliteEventStore(new SqliteEventStoreOptions { Path = file });
    await FillAsync(store);
    Console.WriteLine();
    Console.WriteLine("| read | events/s |");
    Console.WriteLine("|---|---|");
    Console.WriteLine($"| raw, all | {Best(() => RawSqlite.ReadAll(file)):N0} |");
    Console.WriteLine($"| store, all | {await BestAsync(() => Count(store.ReadAsync(EventQuery.All))):N0} |");
    Console.WriteLine($"| raw, a stream of 1,000 | {Best(() => RawSqlite.ReadStream(file, "read-100")):N0} |");
    var one = new StreamQuery(new StreamName("read", "100"));
    Console.WriteLine($"| store, a stream of 1,000 | {await BestAsync(() => Count(store.ReadStreamAsync(one))):N0} |");
}

static double Best(Func<int> read) => Enumerable.Range(0, 15).Max(_ =>
{
    long start = Stopwatch.GetTimestamp();
    int count = read();
    return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
});

static async Task<double> BestAsync(Func<Task<int>> read)
{
    double best = 0;
    for (int round = 0; round < 15; round++)
    {
        long start = Stopwatch.GetTimestamp();
        int count = await read();
        best = Math.Max(best, count / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    return best;
}

static async Task<int> Count(IAsyncEnumerable<StoredEvent> events)
{
    int count = 0;
    await foreach (var _ in events)
    {
        count++;
    }

    return count;
}
