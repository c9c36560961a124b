using System.Text;
using CqrsGen.EventSourcing;

namespace CqrsGen.Chaos.Worker;

/// <summary>The append that a worker makes at a place in its sequence.</summary>
public static class WorkerAppend
{
    private const int SharedStreams = 5;

    /// <summary>Two events: one for a stream that all workers share, one for the worker's own.</summary>
    public static AppendRequest Of(int worker, int sequence) => new()
    {
        Id = new AppendId(Id(worker, sequence, 0)),
        Streams =
        [
            new StreamAppend(
                new StreamName("shared", $"{sequence % SharedStreams}"),
                ExpectedVersion.Any,
                [Event(worker, sequence, 1)]),
            new StreamAppend(
                new StreamName("worker", $"{worker}"), ExpectedVersion.Any, [Event(worker, sequence, 2)]),
        ],
    };

    /// <summary>The id of the append (0) or of one of its events (1, 2).</summary>
    public static Guid Id(int worker, int sequence, int part) =>
        new($"{worker:x8}-{part:x4}-7000-8000-{sequence:x12}");

    private static NewEvent Event(int worker, int sequence, int part) => new()
    {
        Id = Id(worker, sequence, part),
        Type = "worked",
        Payload = Encoding.ASCII.GetBytes($"{{\"worker\":{worker},\"sequence\":{sequence}}}"),
        Tags = [$"worker:{worker}"],
    };
}
