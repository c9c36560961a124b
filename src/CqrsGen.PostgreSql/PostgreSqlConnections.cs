using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>Where connections come from: some write, and some cannot.</summary>
internal sealed partial class PostgreSqlConnections : IAsyncDisposable
{
    /// <summary>A transaction that its process has forgotten must not hold the marker for longer.</summary>
    private const int MostIdleSeconds = 60;

    /// <summary>
    /// Plans are made once, often while a table is still small, and before it is known what is asked for: all look rows
    /// up by an index, in its order, however many there are.
    /// </summary>
    private const string Plans =
        "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off " +
        "-c plan_cache_mode=force_generic_plan -c jit=off";

    private readonly SemaphoreSlim _applying = new(1, 1);
    private readonly PostgreSqlEventStoreOptions _options;
    private readonly NpgsqlDataSource _writing;
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _lasting;
    private volatile bool _isApplied;

    public PostgreSqlConnections(PostgreSqlEventStoreOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ConnectionString);
        if (!Schema().IsMatch(options.Schema))
        {
            throw new ArgumentException(
                $"The schema '{options.Schema}' is not a small letter or _, followed by at most 49 small letters, " +
                "digits and _.",
                nameof(options));
        }

        _options = options;
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        Where = $"The event store {options.Schema} of the database {settings.Database} on {settings.Host}";
        _writing = Build(
            options,
            $"-c lock_timeout={options.LockTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} " +
            $"-c idle_in_transaction_session_timeout={MostIdleSeconds}s {Plans}");
        _reading = Build(options, $"-c default_transaction_read_only=on {Plans}");
        _lasting = Build(options, "", isPooled: false);
    }

    /// <summary>The store, as messages name it.</summary>
    public string Where { get; }

    /// <summary>A connection that writes; the tables are there.</summary>
    public async ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        await ApplySchemaAsync(cancellationToken).ConfigureAwait(false);
        return await _writing.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A connection that cannot write; the tables are there.</summary>
    public async ValueTask<NpgsqlConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        await ApplySchemaAsync(cancellationToken).ConfigureAwait(false);
        return await _reading.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A connection that stays open, beside those of the pools: they may all be in use.</summary>
    public async ValueTask<NpgsqlConnection> OpenLastingAsync(CancellationToken cancellationToken)
    {
        await ApplySchemaAsync(cancellationToken).ConfigureAwait(false);
        return await _lasting.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _lasting.DisposeAsync().ConfigureAwait(false);
        await _writing.DisposeAsync().ConfigureAwait(false);
        await _reading.DisposeAsync().ConfigureAwait(false);
        _applying.Dispose();
    }

    private async ValueTask ApplySchemaAsync(CancellationToken cancellationToken)
    {
        if (_isApplied)
        {
            return;
        }

        await _applying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isApplied)
            {
                await SchemaVersion.ApplyAsync(_writing, _options.Schema, cancellationToken).ConfigureAwait(false);
                _isApplied = true;
            }
        }
        finally
        {
            _applying.Release();
        }
    }

    private static NpgsqlDataSource Build(PostgreSqlEventStoreOptions options, string server, bool isPooled = true)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            CommandTimeout = Seconds(options.CommandTimeout),
            Timeout = Math.Min(Seconds(options.CommandTimeout), 1024),
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true, // Nothing here changes a session of a pool.
        };
        settings.Pooling &= isPooled;
        settings.Options = $"{settings.Options} {server}".Trim();
        settings.ApplicationName ??= "CqrsGen";
        return new NpgsqlSlimDataSourceBuilder(settings.ConnectionString)
            .EnableArrays()
            .EnableTransportSecurity()
            .Build();
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,49}$")]
    private static partial Regex Schema();
}
