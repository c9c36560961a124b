namespace CqrsGen.EventSourcing;

/// <summary>
/// Keeps events: in streams, and all of them in one order. Safe for concurrent use. What it has confirmed is durable as
/// far as the store's settings say.
/// </summary>
/// <remarks>
/// All methods throw <see cref="EventStoreException"/> with <see cref="ErrorCategory.Unavailable"/> where the store
/// does not answer. An append that ended so, or was cancelled, may have been made or not: try it again under its id.
/// </remarks>
public interface IEventStore
{
    /// <summary>
    /// Appends events, all or none. An append that was made before under the same id is not made again; its result is
    /// that of the first time.
    /// </summary>
    /// <param name="request">What to append.</param>
    /// <param name="cancellationToken">Cancels as long as the append is waiting for its turn.</param>
    /// <returns>What was appended, or why not.</returns>
    /// <exception cref="ArgumentException">The request is malformed; the message says where.</exception>
    /// <exception cref="AppendIdReusedException">Something else was appended under the id.</exception>
    [HasSideEffects(Effect.Db)]
    ValueTask<AppendOutcome> TryAppendAsync(AppendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a stream. A stream that does not exist has no events.</summary>
    /// <param name="query">The stream, and what of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [SideEffectFree]
    IAsyncEnumerable<StoredEvent> ReadStreamAsync(StreamQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads some events of all streams.</summary>
    /// <param name="query">Which events.</param>
    /// <param name="maxCount">The most events in the page; at least 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [SideEffectFree]
    ValueTask<EventPage> ReadPageAsync(EventQuery query, int maxCount, CancellationToken cancellationToken = default);

    /// <summary>
    /// The position up to which everything is readable: no event will ever turn up at or before it. 0 when there are
    /// no events.
    /// </summary>
    /// <param name="cancellationToken">Cancels.</param>
    [SideEffectFree]
    ValueTask<long> GetHeadAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until something is readable behind a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The head: see <see cref="GetHeadAsync"/>.</returns>
    [SideEffectFree]
    ValueTask<long> WaitForEventsAsync(long position, CancellationToken cancellationToken = default);

    /// <summary>What the store knows of a stream; null when it was never appended to.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [SideEffectFree]
    ValueTask<StreamInfo?> FindStreamAsync(StreamName stream, CancellationToken cancellationToken = default);

    /// <summary>Replaces what the application keeps with a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="metadata">UTF-8 JSON; empty to keep nothing.</param>
    /// <param name="cancellationToken">Cancels as long as it is waiting for its turn.</param>
    /// <exception cref="NotFoundException">The stream does not exist.</exception>
    [HasSideEffects(Effect.Db)]
    ValueTask SetStreamMetadataAsync(
        StreamName stream, ReadOnlyMemory<byte> metadata, CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes a stream. Nothing can be appended to it, and only who asks for archived events reads its events. To
    /// archive it again changes nothing.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">What is expected of it.</param>
    /// <param name="cancellationToken">Cancels as long as it is waiting for its turn.</param>
    /// <exception cref="NotFoundException">The stream does not exist.</exception>
    /// <exception cref="AppendConflictException">It is not as expected, or is deleted.</exception>
    [HasSideEffects(Effect.Db)]
    ValueTask ArchiveStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases the events and metadata of a stream for good. Its name stays taken. To delete it again changes nothing.
    /// </summary>
    /// <inheritdoc cref="ArchiveStreamAsync"/>
    [HasSideEffects(Effect.Db)]
    ValueTask DeleteStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default);
}
