// Appends until it is killed. Usage: <file> <worker> <first sequence>. Tells each confirmed append by its sequence, on
// a line of its own. Everything about an append follows from worker and sequence, so that a worker which is started
// again with the first unconfirmed sequence makes the same append under the same id.
using CqrsGen.Chaos.Worker;
using CqrsGen.EventSourcing;
using CqrsGen.Sqlite;

SQLitePCL.Batteries_V2.Init();
int worker = int.Parse(args[1]);
int next = int.Parse(args[2]);
await using var store = new SqliteEventStore(
    new SqliteEventStoreOptions { Path = args[0], BusyTimeout = TimeSpan.FromSeconds(30) });
var output = Console.OpenStandardOutput();
const int AtOnce = 8;
while (true)
{
    var appends = Enumerable.Range(next, AtOnce)
        .Select(sequence => store.AppendAsync(WorkerAppend.Of(worker, sequence)).AsTask()).ToList();
    foreach (var append in appends)
    {
        await append;
        output.Write(System.Text.Encoding.ASCII.GetBytes($"{next++}\n"));
        output.Flush();
    }
}
