using System.Text;
using CqrsGen.EventSourcing;

namespace CqrsGen.Stores.Tests;

/// <summary>Events for tests.</summary>
internal static class Some
{
    public static StreamName Order(int number = 1) => new("order", $"{number}");

    public static NewEvent Event(string type = "placed", params string[] tags) => new()
    {
        Id = Guid.NewGuid(),
        Type = type,
        Payload = Encoding.UTF8.GetBytes("{}"),
        Tags = tags,
    };

    public static ValueTask<AppendResult> AppendAsync(this IEventStore store, int stream, int count = 1) =>
        store.AppendAsync(
            Order(stream), ExpectedVersion.Any, [.. Enumerable.Range(0, count).Select(static _ => Event())]);

    public static async Task<List<StoredEvent>> AllAsync(this IEventStore store, EventQuery? query = null)
    {
        var events = new List<StoredEvent>();
        await foreach (var @event in store.ReadAsync(query ?? EventQuery.All))
        {
            events.Add(@event);
        }

        return events;
    }
}
