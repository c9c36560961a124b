using CqrsGen.EventSourcing.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>
/// Publishes up to where everything is readable. Positions are taken before their transactions end, so the last one
/// that was taken says nothing of those before it. Whoever inserts holds a marker meanwhile, so it suffices to read the
/// last position that was taken, then who holds the marker, and to wait for exactly those.
/// </summary>
/// <remarks>
/// Every process does this for itself after its own appends, and at intervals for those of others, whose process may
/// have died. It is never moved on for lack of patience: what keeps it is reported.
/// </remarks>
internal sealed partial class Frontier : IAsyncDisposable
{
    /// <summary>The first key of all advisory locks here: the letters CQRS.</summary>
    public const int MarkerClass = 0x43515253;

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);
    /// <summary>To ask who holds locks stops all who take some for a moment.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(1);

    private readonly PostgreSqlConnections _connections;
    private readonly PostgreSqlEventStoreOptions _options;
    private readonly ILogger _logger;
    private readonly string _channel;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _poked = new(0, 1);
    private readonly object _starting = new();
    private Task? _publishing;
    private Task? _listening;

    public Frontier(PostgreSqlConnections connections, PostgreSqlEventStoreOptions options, ILogger logger)
    {
        _connections = connections;
        _options = options;
        _logger = logger;
        _channel = $"cqrsgen_{options.Schema}";
    }

    /// <summary>Wakes those who wait for events.</summary>
    public HeadSignal Signal { get; } = new();

    /// <summary>Begins to publish and to listen; harmless when it has begun.</summary>
    public void Start()
    {
        if (_listening is not null)
        {
            return;
        }

        lock (_starting)
        {
            if (_listening is null && !_stopping.IsCancellationRequested)
            {
                _publishing = RepeatAsync(PublishAsync);
                _listening = RepeatAsync(ListenAsync);
            }
        }
    }

    /// <summary>Has the frontier worked out anew, now.</summary>
    public void Poke()
    {
        Start();
        try
        {
            _poked.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has poked it already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_publishing ?? Task.CompletedTask, _listening ?? Task.CompletedTask).ConfigureAwait(false);
        _stopping.Dispose();
        _poked.Dispose();
    }

    private async Task RepeatAsync(Func<NpgsqlConnection, Task> work)
    {
        await Task.Yield();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                // What was read on a lost connection counts for nothing: everything begins anew.
                await using var connection = await _connections.OpenLastingAsync(_stopping.Token).ConfigureAwait(false);
                await work(connection).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogLost(exception);
                await Task.Delay(s_afterFailure, _stopping.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection)
    {
        connection.Notification += (_, told) =>
        {
            if (long.TryParse(told.Payload, out long position))
            {
                Signal.Advance(position);
            }
        };
        await ExecuteAsync(connection, $"LISTEN {_channel}").ConfigureAwait(false);
        while (true)
        {
            await connection.WaitAsync(_stopping.Token).ConfigureAwait(false);
        }
    }

    private async Task PublishAsync(NpgsqlConnection connection)
    {
        // It can be worked out again, so nobody need wait for the disk.
        await ExecuteAsync(connection, "SET synchronous_commit = off").ConfigureAwait(false);
        bool mayPublish = await MayPublishAsync(connection).ConfigureAwait(false);
        while (true)
        {
            await PublishOnceAsync(connection, mayPublish).ConfigureAwait(false);
            await Task.Delay(s_rest, _stopping.Token).ConfigureAwait(false);
            await _poked.WaitAsync(_options.PollInterval, _stopping.Token).ConfigureAwait(false);
        }
    }

    private async Task PublishOnceAsync(NpgsqlConnection connection, bool mayPublish)
    {
        var (taken, published) = await ReadAsync(connection).ConfigureAwait(false);
        if (taken > published && mayPublish && await WaitForHoldersAsync(connection, taken).ConfigureAwait(false))
        {
            await ExecuteAsync(
                connection,
                $"WITH moved AS (UPDATE {_options.Schema}.frontier SET position = $1 " +
                "WHERE position < $1 RETURNING 1) " +
                $"SELECT pg_notify('{_channel}', $1::text) FROM moved",
                taken).ConfigureAwait(false);
            published = taken;
        }

        Signal.Advance(published);
    }

    /// <summary>Who only reads leaves it to those who append.</summary>
    private async Task<bool> MayPublishAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT has_table_privilege('{_options.Schema}.frontier', 'UPDATE')";
        return await command.ExecuteScalarAsync(_stopping.Token).ConfigureAwait(false) is true;
    }

    /// <summary>
    /// Waits for those who held the marker after the position was taken; false when others have published.
    /// </summary>
    private async Task<bool> WaitForHoldersAsync(NpgsqlConnection connection, long taken)
    {
        string[] holders = await HoldersAsync(connection).ConfigureAwait(false);
        if (holders.Length == 0)
        {
            return true;
        }

        var wait = s_shortest;
        var reported = TimeSpan.Zero;
        long since = Environment.TickCount64;
        while (holders.Length > 0)
        {
            await Task.Delay(wait, _stopping.Token).ConfigureAwait(false);
            wait = wait * 2 > s_longest ? s_longest : wait * 2;
            string[] still = await HoldersAsync(connection).ConfigureAwait(false);
            holders = [.. holders.Intersect(still)];
            var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - since);
            if (holders.Length > 0 && waited - reported >= _options.StuckAfter)
            {
                reported = waited;
                await ReportAsync(connection, holders, waited).ConfigureAwait(false);
            }
        }

        var (_, published) = await ReadAsync(connection).ConfigureAwait(false);
        return published < taken;
    }

    /// <summary>The last position that was taken, read before who holds the marker; and what is published.</summary>
    private async Task<(long Taken, long Published)> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END, " +
            $"(SELECT position FROM {_options.Schema}.frontier) FROM {_options.Schema}.events_position_seq";
        await using var reader = await command.ExecuteReaderAsync(_stopping.Token).ConfigureAwait(false);
        await reader.ReadAsync(_stopping.Token).ConfigureAwait(false);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The transactions that hold the marker. A prepared one does too, and belongs to no process.</summary>
    private async Task<string[]> HoldersAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT coalesce(array_agg(l.virtualtransaction), '{}') FROM pg_locks AS l WHERE " + Marker;
        return (string[])(await command.ExecuteScalarAsync(_stopping.Token).ConfigureAwait(false))!;
    }

    private string Marker =>
        $"l.locktype = 'advisory' AND l.classid = {MarkerClass} AND l.objsubid = 2 " +
        $"AND l.objid = '{_options.Schema}.events'::regclass::oid AND l.granted " +
        "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private async Task ReportAsync(NpgsqlConnection connection, string[] holders, TimeSpan waited)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT string_agg(coalesce(format('process %s (%s, %s, %s)', l.pid, a.application_name, " +
            "a.client_addr, a.state), 'a prepared transaction'), '; ') " +
            $"FROM pg_locks AS l LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid WHERE {Marker} " +
            "AND l.virtualtransaction = ANY($1)";
        command.Parameters.Add(new NpgsqlParameter { Value = holders });
        object? found = await command.ExecuteScalarAsync(_stopping.Token).ConfigureAwait(false);
        LogStuck(waited.TotalSeconds, found as string ?? "nobody any more");
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql, long? parameter = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (parameter is { } value)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
        }

        await command.ExecuteNonQueryAsync(_stopping.Token).ConfigureAwait(false);
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Error,
        Message = "No event is published for {Seconds:0} seconds, since an append has not ended: {Holders}. Nothing " +
            "is skipped; end that session, or roll its transaction back.")]
    private partial void LogStuck(double seconds, string holders);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Warning,
        Message = "The connection that publishes and listens for events is lost; it is opened again.")]
    private partial void LogLost(Exception exception);
}
