using System.Runtime.CompilerServices;

namespace CqrsGen.EventSourcing;

/// <summary>What every store can do by what it must do.</summary>
public static class EventStoreExtensions
{
    private const int PageSize = 500;

    /// <inheritdoc cref="IEventStore.TryAppendAsync"/>
    /// <param name="store">The store.</param>
    /// <param name="request">What to append.</param>
    /// <param name="cancellationToken">Cancels as long as the append is waiting for its turn.</param>
    /// <returns>What was appended.</returns>
    /// <exception cref="AppendConflictException">Something is not as expected; nothing was appended.</exception>
    public static async ValueTask<AppendResult> AppendAsync(
        this IEventStore store, AppendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var outcome = await store.TryAppendAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome.IsAppended ? outcome.Result : throw new AppendConflictException(outcome.Conflict);
    }

    /// <summary>Appends events to one stream. The id of the first event is that of the append.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">What is expected of it.</param>
    /// <param name="events">The events, in their order; at least one.</param>
    /// <param name="cancellationToken">Cancels as long as the append is waiting for its turn.</param>
    /// <returns>What was appended.</returns>
    /// <exception cref="AppendConflictException">Something is not as expected; nothing was appended.</exception>
    public static ValueTask<AppendResult> AppendAsync(
        this IEventStore store,
        StreamName stream,
        ExpectedVersion expected,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var id = new AppendId(events.Count == 0 ? Guid.Empty : events[0].Id);
        return store.AppendAsync(
            new AppendRequest { Id = id, Streams = [new StreamAppend(stream, expected, events)] }, cancellationToken);
    }

    /// <summary>Reads events of all streams up to the present end.</summary>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async IAsyncEnumerable<StoredEvent> ReadAsync(
        this IEventStore store,
        EventQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        EventPage page;
        do
        {
            page = await store.ReadPageAsync(query, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var @event in page.Events)
            {
                yield return @event;
            }

            query = query.Direction == ReadDirection.Forwards
                ? query with { After = page.Position }
                : query with { UpTo = page.Position - 1 };
        }
        while (!page.IsLast);
    }

    /// <summary>
    /// Reads events of all streams and, at the end, waits for more: endless, until it is cancelled or the query's upper
    /// bound is reached. It reads on when it is asked for the next event, so nothing piles up.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events; <see cref="EventQuery.After"/> says where to begin.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The query goes backwards.</exception>
    public static IAsyncEnumerable<StoredEvent> SubscribeAsync(
        this IEventStore store, EventQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        return query.Direction == ReadDirection.Forwards
            ? Follow(store, query, cancellationToken)
            : throw new ArgumentException("A subscription reads forwards.", nameof(query));
    }

    private static async IAsyncEnumerable<StoredEvent> Follow(
        IEventStore store, EventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (query.After < query.UpTo)
        {
            var page = await store.ReadPageAsync(query, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var @event in page.Events)
            {
                yield return @event;
            }

            query = query with { After = page.Position };
            if (page.IsLast && query.After < query.UpTo)
            {
                await store.WaitForEventsAsync(query.After, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
