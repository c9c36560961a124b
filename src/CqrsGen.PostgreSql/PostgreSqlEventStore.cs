using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>
/// Keeps events in a PostgreSQL database. What waits in a process is written in one transaction; many processes may
/// append and read at once. The tables are made at first use where the role may. Safe for concurrent use.
/// </summary>
public sealed class PostgreSqlEventStore : IEventStore, IAsyncDisposable
{
    private const int MostTries = 3;

    /// <summary>How long to wait until what this process has appended is readable, when others hold it up.</summary>
    private static readonly TimeSpan s_mostCatchUp = TimeSpan.FromSeconds(1);

    private readonly PostgreSqlEventStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly PostgreSqlConnections _connections;
    private readonly PostgreSqlReader _reader;
    private readonly Frontier _frontier;
    private readonly GroupCommit<PendingWrite> _commits;
    private long _lastAppended;

    /// <summary>Makes a store with the clock of the system.</summary>
    /// <param name="options">Its settings.</param>
    public PostgreSqlEventStore(PostgreSqlEventStoreOptions options)
        : this(options, TimeProvider.System, NullLogger<PostgreSqlEventStore>.Instance)
    {
    }

    /// <summary>Makes a store.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of lost connections and of appends that keep all later events unread.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message says which.</exception>
    public PostgreSqlEventStore(
        PostgreSqlEventStoreOptions options, TimeProvider time, ILogger<PostgreSqlEventStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        _options = options;
        _time = time;
        _connections = new PostgreSqlConnections(options);
        _reader = new PostgreSqlReader(_connections, options.Schema);
        _frontier = new Frontier(_connections, options, logger);
        _commits = new GroupCommit<PendingWrite>(
            WriteAsync,
            static exception => exception is EventStoreException,
            writers: 2); // One writes while the other waits for the disk.
    }

    /// <summary>The statements that make the tables, for who runs them by hand.</summary>
    /// <param name="schema">See <see cref="PostgreSqlEventStoreOptions.Schema"/>.</param>
    public static string ExportSchema(string schema = "cqrs") => SchemaVersion.Export(schema);

    /// <summary>
    /// The statements that let roles use the tables with no more rights than they need. The roles must exist.
    /// </summary>
    /// <param name="writer">The role that appends, archives and deletes; null for none.</param>
    /// <param name="reader">The role that only reads; null for none.</param>
    /// <param name="schema">See <see cref="PostgreSqlEventStoreOptions.Schema"/>.</param>
    public static string ExportGrants(string? writer, string? reader, string schema = "cqrs") =>
        SchemaVersion.ExportGrants(schema, writer, reader);

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
            (from, to, count) => ReadAsync(() => _reader.StreamAsync(query, from, to, count, cancellationToken)),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<EventPage> ReadPageAsync(
        EventQuery query, int maxCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCount, 1);
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(() => _reader.PageAsync(query, maxCount, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<long> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(() => _reader.HeadAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<long> WaitForEventsAsync(long position, CancellationToken cancellationToken = default)
    {
        _frontier.Start();
        while (true)
        {
            var woken = _frontier.Signal.WaitAsync(position);
            long head = await ReadAsync(() => _reader.HeadAsync(cancellationToken)).ConfigureAwait(false);
            if (head > position)
            {
                return head;
            }

            var again = Task.Delay(_options.PollInterval, _time, cancellationToken);
            await Task.WhenAny(woken, again).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public ValueTask<StreamInfo?> FindStreamAsync(StreamName stream, CancellationToken cancellationToken = default) =>
        ReadAsync(() => _reader.InfoAsync(stream, cancellationToken));

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

    /// <summary>Writes what is waiting and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync().ConfigureAwait(false);
        await _frontier.DisposeAsync().ConfigureAwait(false);
        await _connections.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(IReadOnlyList<PendingWrite> batch)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                await WriteOnceAsync(batch).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (PostgreSqlErrors.IsConflict(exception)
                && (tried < MostTries || batch.Count > 1))
            {
                if (tried == MostTries)
                {
                    throw; // It is tried again in halves.
                }
            }
            catch (Exception exception) when (PostgreSqlErrors.IsKnownEventId(exception)
                && batch is [AppendWrite append])
            {
                throw new EventIdReusedException(await ReusedIdAsync(append.Request).ConfigureAwait(false));
            }
            catch (Exception exception)
                when (PostgreSqlErrors.Explain(exception, _connections.Where) is { } explained)
            {
                throw explained;
            }
        }
    }

    private async ValueTask WriteOnceAsync(IReadOnlyList<PendingWrite> batch)
    {
        await using var connection = await _connections.OpenWriterAsync(CancellationToken.None).ConfigureAwait(false);
        var turn = new WriteTurn(connection, _options.Schema, _time.GetUtcNow().UtcDateTime);
        try
        {
            await turn.RunAsync(batch).ConfigureAwait(false);
        }
        catch
        {
            await RollBackAsync(connection).ConfigureAwait(false);
            throw;
        }

        if (turn.LastPosition > 0)
        {
            Volatile.Write(ref _lastAppended, turn.LastPosition);
            _frontier.Poke();
        }
    }

    private static async ValueTask RollBackAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // The connection is lost, and with it the transaction; what went wrong is on its way to the callers.
        }
    }

    /// <summary>Waits until what this process has appended is readable, but not for those who hang.</summary>
    private async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        long last = Volatile.Read(ref _lastAppended);
        if (_frontier.Signal.Head >= last)
        {
            return;
        }

        _frontier.Poke();
        var published = _frontier.Signal.WaitAsync(last - 1);
        await Task.WhenAny(published, Task.Delay(s_mostCatchUp, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async ValueTask<Guid> ReusedIdAsync(AppendRequest request)
    {
        var seen = new HashSet<Guid>();
        foreach (var id in request.Streams.SelectMany(static append => append.Events).Select(static found => found.Id))
        {
            if (!seen.Add(id)
                || await ReadAsync(() => _reader.IsStoredAsync(id, CancellationToken.None)).ConfigureAwait(false))
            {
                return id;
            }
        }

        return Guid.Empty;
    }

    private async ValueTask<TResult> ReadAsync<TResult>(Func<ValueTask<TResult>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException
            && PostgreSqlErrors.Explain(exception, _connections.Where) is { } explained)
        {
            throw explained;
        }
    }
}
