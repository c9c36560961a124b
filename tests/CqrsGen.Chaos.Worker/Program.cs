// Appends until it is killed. Usage: <store> <worker> <first sequence>. Tells each confirmed append by its sequence, on
// a line of its own. Everything about an append follows from worker and sequence, so that a worker which is started
// again with the first unconfirmed sequence makes the same append under the same id.
using CqrsGen.Chaos.Worker;
using CqrsGen.EventSourcing;

int worker = int.Parse(args[1]);
int next = int.Parse(args[2]);
var store = WorkerStore.Open(args[0]);
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
