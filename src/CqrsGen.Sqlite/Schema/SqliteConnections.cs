using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>Opens connections with the settings that the store relies on.</summary>
internal sealed partial class SqliteConnections
{
    private readonly SqliteEventStoreOptions _options;
    private readonly string _writing;
    private readonly string _reading;
    private int _isPrepared;

    public SqliteConnections(SqliteEventStoreOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(options.Path);
        if (!Prefix().IsMatch(options.TablePrefix))
        {
            throw new ArgumentException(
                $"The table prefix '{options.TablePrefix}' is not made of letters, digits and '_', or begins with a " +
                "digit.",
                nameof(options));
        }

        if (options.Path.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "A database in memory has one connection; the store needs several. Use InMemoryEventStore.",
                nameof(options));
        }

        _options = options;
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
            Pooling = false,
        };
        _writing = text.ToString();
        text.Pooling = true; // What is set on a connection stays, so readers have a pool of their own.
        text.Mode = SqliteOpenMode.ReadWrite;
        _reading = text.ToString();
    }

    /// <summary>The connection that writes; the first one brings the file up to date.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(_writing);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(
                connection,
                _options.Synchronous == SqliteSynchronous.Full
                    ? "PRAGMA synchronous = FULL"
                    : "PRAGMA synchronous = NORMAL");
            SchemaVersion.Apply(connection, _options.TablePrefix, _options.BusyTimeout);
            Volatile.Write(ref _isPrepared, 1);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that cannot write.</summary>
    public SqliteConnection OpenReader()
    {
        if (Volatile.Read(ref _isPrepared) == 0)
        {
            OpenWriter().Dispose();
        }

        var connection = Open(_reading);
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    private static SqliteConnection Open(string text)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    public void ClosePool()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Prefix();
}
