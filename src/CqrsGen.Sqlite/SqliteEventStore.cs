using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>
/// Keeps events in a SQLite file. One connection writes, for all callers together; reads run beside it. Several
/// processes may use one file. The file is opened, and made, at first use. Safe for concurrent use.
/// </summary>
public sealed class SqliteEventStore : IEventStore, IAsyncDisposable, IDisposable
{
    private readonly SqliteEventStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly SqliteConnections _connections;
    private readonly SqliteReader _reader;
    private readonly GroupCommit<PendingWrite> _commits;
    private readonly HeadSignal _signal = new();
    private SqliteWriter? _writer;

    /// <summary>Makes a store with the clock of the system.</summary>
    /// <param name="options">Its settings.</param>
    public SqliteEventStore(SqliteEventStoreOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>Makes a store.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message says which.</exception>
    public SqliteEventStore(SqliteEventStoreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _connections = new SqliteConnections(options);
        _reader = new SqliteReader(_connections, options.TablePrefix);
        _commits = new GroupCommit<PendingWrite>(Write, static exception => exception is EventStoreException);
    }

    /// <summary>The statements that make the tables, for who runs them by hand.</summary>
    /// <param name="tablePrefix">See <see cref="SqliteEventStoreOptions.TablePrefix"/>.</param>
    public static string ExportSchema(string tablePrefix = "cqrs_") => SchemaVersion.Export(tablePrefix);

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> TryAppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        AppendCheck.Check(request);
        return _commits.WriteAsync(new AppendWrite(request), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStreamAsync(
        StreamQuery query, CancellationToken cancellationToken = default) => StreamPages.ReadAsync(
            query,
            (from, to, count) => new(Read(() => _reader.Stream(query, from, to, count))),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<EventPage> ReadPageAsync(
        EventQuery query, int maxCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCount, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(() => _reader.Page(query, maxCount)));
    }

    /// <inheritdoc/>
    public ValueTask<long> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(_reader.Head));
    }

    /// <inheritdoc/>
    public async ValueTask<long> WaitForEventsAsync(long position, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var woken = _signal.WaitAsync(position);
            long head = Read(_reader.Head);
            if (head > position)
            {
                return head;
            }

            // Other processes do not wake us: look again after a while.
            var again = Task.Delay(_options.PollInterval, _time, cancellationToken);
            await Task.WhenAny(woken, again).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask<StreamInfo?> FindStreamAsync(StreamName stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(() => _reader.Info(stream)));
    }

    /// <inheritdoc/>
    public async ValueTask SetStreamMetadataAsync(
        StreamName stream, ReadOnlyMemory<byte> metadata, CancellationToken cancellationToken = default) =>
        await _commits.WriteAsync(new MetadataWrite(stream, metadata.ToArray()), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask ArchiveStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default) =>
        await _commits.WriteAsync(new CloseWrite(stream, expected, StreamState.Archived), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DeleteStreamAsync(
        StreamName stream, ExpectedVersion expected, CancellationToken cancellationToken = default) =>
        await _commits.WriteAsync(new CloseWrite(stream, expected, StreamState.Deleted), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Writes what is waiting and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync().ConfigureAwait(false);
        Interlocked.Exchange(ref _writer, null)?.Dispose();
        _connections.ClosePool();
    }

    /// <summary>As <see cref="DisposeAsync"/>, blocking.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ValueTask Write(IReadOnlyList<PendingWrite> batch)
    {
        try
        {
            _writer ??= new SqliteWriter(_connections.OpenWriter(), _options.TablePrefix, _time);
            _writer.Write(batch);
        }
        catch (SqliteException exception) when (SqliteErrors.Explain(exception, _options.Path) is { } explained)
        {
            Interlocked.Exchange(ref _writer, null)?.Dispose(); // The next write opens the file anew.
            throw explained;
        }
        catch (SqliteException exception) when (batch is [AppendWrite append] && IsKnownEventId(exception))
        {
            throw new EventIdReusedException(ReusedId(append.Request));
        }

        _signal.Advance(_writer.LastPosition);
        return default;
    }

    private bool IsKnownEventId(SqliteException exception) =>
        exception.Message.Contains($"{_options.TablePrefix}events.id", StringComparison.Ordinal);

    private Guid ReusedId(AppendRequest request)
    {
        var seen = new HashSet<Guid>();
        return request.Streams.SelectMany(static append => append.Events).Select(static @event => @event.Id)
            .First(id => !seen.Add(id) || _reader.IsStored(id));
    }

    private TResult Read<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException exception) when (SqliteErrors.Explain(exception, _options.Path) is { } explained)
        {
            throw explained;
        }
    }
}
