using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

internal static class SubscriptionCases
{
    public static EventStoreCase[] All =>
    [
        new("A subscription reads what is there and then what comes", ReadsOn),
        new("A subscription by type passes the rest", ByType),
        new("A subscription ends at its upper bound", EndsAtBound),
        new("A subscription ends when it is cancelled", EndsWhenCancelled),
        new("A subscription reads forwards only", ForwardsOnly),
    ];

    private static async Task ReadsOn(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(0), ExpectedVersion.None, Given.Events(3), token).ConfigureAwait(false);
        var seen = new List<StoredEvent>();
        await foreach (var @event in store.SubscribeAsync(EventQuery.All, token).ConfigureAwait(false))
        {
            seen.Add(@event);
            if (seen.Count is >= 3 and < 20)
            {
                await store.AppendAsync(Given.Order(seen.Count), ExpectedVersion.None, Given.Events(1), token)
                    .ConfigureAwait(false);
            }
            else if (seen.Count == 20)
            {
                break;
            }
        }

        var all = await store.AllAsync().ConfigureAwait(false);
        Expect.Sequence(seen.Select(static found => found.Position), all.Select(static found => found.Position));
    }

    private static async Task ByType(IEventStore store, CancellationToken token)
    {
        var writer = Task.Run(
            async () =>
            {
                for (int number = 0; number < 300; number++)
                {
                    await store.AppendAsync(
                        Given.Order(number), ExpectedVersion.None, Given.Events(1, number % 3 == 0 ? "a" : "b"), token)
                        .ConfigureAwait(false);
                }
            },
            token);
        int count = 0;
        long last = 0;
        var query = new EventQuery { Types = ["a"] };
        await foreach (var @event in store.SubscribeAsync(query, token).ConfigureAwait(false))
        {
            Expect.Equal(@event.Type, "a");
            Expect.True(@event.Position > last);
            last = @event.Position;
            if (++count == 100)
            {
                break;
            }
        }

        await writer.ConfigureAwait(false);
    }

    private static async Task EndsAtBound(IEventStore store, CancellationToken token)
    {
        await store.AppendAsync(Given.Order(1), ExpectedVersion.None, Given.Events(10), token).ConfigureAwait(false);
        var all = await store.AllAsync().ConfigureAwait(false);
        var query = new EventQuery { After = all[2].Position, UpTo = all[6].Position };
        var seen = await store.SubscribeAsync(query, token).ListAsync().ConfigureAwait(false);
        Expect.Equal(seen.Count, 4);
    }

    private static async Task EndsWhenCancelled(IEventStore store, CancellationToken token)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(token);
        var reading = store.SubscribeAsync(EventQuery.All, mine.Token).ListAsync();
        var waiting = store.WaitForEventsAsync(0, mine.Token).AsTask();
        await Task.Delay(50, token).ConfigureAwait(false);
        await mine.CancelAsync().ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => reading).ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => waiting).ConfigureAwait(false);
    }

    private static Task<ArgumentException> ForwardsOnly(IEventStore store, CancellationToken token) =>
        Expect.ThrowsAsync<ArgumentException>(() => store.SubscribeAsync(
            new EventQuery { Direction = ReadDirection.Backwards }, token).ListAsync());
}
