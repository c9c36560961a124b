using System.Runtime.CompilerServices;
using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.EventSourcing;

/// <summary>
/// Keeps events in memory, for tests and for what need not outlive the process. It behaves as the durable stores do.
/// Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class InMemoryEventStore(TimeProvider time) : IEventStore
{
    private readonly object _lock = new();
    private readonly InMemoryLog _log = new();
    private readonly HeadSignal _signal = new();

    /// <summary>Makes a store with the clock of the system.</summary>
    public InMemoryEventStore()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> TryAppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        AppendCheck.Check(request);
        cancellationToken.ThrowIfCancellationRequested();
        byte[] hash = AppendContent.Hash(request);
        try
        {
            var outcome = Append(request, hash);
            _signal.Advance(outcome.Result?.LastPosition ?? 0);
            return new(outcome);
        }
        catch (CqrsException exception)
        {
            return ValueTask.FromException<AppendOutcome>(exception); // As a store that has to wait for its disk.
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadStreamAsync(
        StreamQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        StoredEvent[] events;
        lock (_lock)
        {
            events = _log.Read(query);
        }

        foreach (var @event in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return @event;
        }
    }

    /// <inheritdoc/>
    public ValueTask<EventPage> ReadPageAsync(
        EventQuery query, int maxCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCount, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_log.Read(query, maxCount));
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_signal.Head);
    }

    /// <inheritdoc/>
    public async ValueTask<long> WaitForEventsAsync(long position, CancellationToken cancellationToken = default)
    {
        await _signal.WaitAsync(position).WaitAsync(cancellationToken).ConfigureAwait(false);
        return _signal.Head;
    }

    /// <inheritdoc/>
    public ValueTask<StreamInfo?> FindStreamAsync(StreamName stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_log.Info(stream));
        }
    }

    /// <inheritdoc/>
    public ValueTask SetStreamMetadataAsync(
        StreamName stream, ReadOnlyMemory<byte> metadata, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] copy = metadata.ToArray();
        lock (_lock)
        {
            _log.SetMetadata(stream, copy);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask ArchiveStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default) =>
        Close(stream, expected, StreamState.Archived, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default) =>
        Close(stream, expected, StreamState.Deleted, cancellationToken);

    private AppendOutcome Append(AppendRequest request, byte[] hash)
    {
        lock (_lock)
        {
            return AppendJudge.Judge(request, hash, _log) ?? _log.Append(request, hash, time.GetUtcNow());
        }
    }

    private ValueTask Close(
        StreamName stream, ExpectedVersion expected, StreamState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _log.Close(stream, expected, state);
        }

        return default;
    }
}
