using System.Text;
using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

/// <summary>Events and requests for the cases.</summary>
internal static class Given
{
    private static int _last;

    public static StreamName Order(int number = 1) => new("order", $"{number}");

    /// <summary>An event whose payload tells it from others.</summary>
    public static NewEvent Event(string type = "placed", params string[] tags) => new()
    {
        Id = NewId(),
        Type = type,
        Payload = Encoding.UTF8.GetBytes($"{{\"number\":{Interlocked.Increment(ref _last)}}}"),
        Tags = tags,
    };

    public static NewEvent[] Events(int count, string type = "placed") =>
        [.. Enumerable.Range(0, count).Select(_ => Event(type))];

    public static AppendRequest Request(StreamName stream, ExpectedVersion expected, params NewEvent[] events) =>
        Request(new StreamAppend(stream, expected, events));

    public static AppendRequest Request(params StreamAppend[] streams) =>
        new() { Id = new(NewId()), Streams = streams };

    public static AppendCondition Condition(long after, params string[] tags) =>
        new([new TagCriterion { Tags = tags }], after);

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    public static async Task<List<StoredEvent>> ListAsync(this IAsyncEnumerable<StoredEvent> events)
    {
        var list = new List<StoredEvent>();
        await foreach (var @event in events.ConfigureAwait(false))
        {
            list.Add(@event);
        }

        return list;
    }

    public static Task<List<StoredEvent>> StreamAsync(this IEventStore store, StreamName stream) =>
        store.ReadStreamAsync(new StreamQuery(stream)).ListAsync();

    public static Task<List<StoredEvent>> AllAsync(this IEventStore store, EventQuery? query = null) =>
        store.ReadAsync(query ?? EventQuery.All).ListAsync();

    private static Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes);
    }
}
