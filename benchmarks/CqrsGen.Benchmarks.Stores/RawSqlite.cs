using System.Diagnostics;
using CqrsGen.Sqlite;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Benchmarks.Stores;

/// <summary>
/// The driver alone on the store's own tables: what an append must write, with prepared statements, on one thread, and
/// without asking anything first.
/// </summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly SqliteConnection _connection;

    public RawSqlite(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=false");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute(SqliteEventStore.ExportSchema());
        Execute("INSERT INTO cqrs_names (kind, name) VALUES (1, 'caller'), (2, 'order-placed')");
    }

    public double Append(int batch, TimeSpan duration)
    {
        using var stream = Prepare(
            "INSERT INTO cqrs_streams (name, version) VALUES ($0, 1) ON CONFLICT (name) DO UPDATE SET version = $1 " +
            "RETURNING id",
            2);
        using var @event = Prepare(
            "INSERT INTO cqrs_events (stream, version, category, type, schema_version, recorded_at, id, payload) " +
            "VALUES ($0, $1, 1, 2, 1, $2, $3, $4)",
            5);
        using var append = Prepare("INSERT INTO cqrs_appends VALUES ($0, 0, $1, $2, $3)", 4);
        byte[] hash = new byte[32];
        byte[] result = new byte[20];
        long count = 0;
        var clock = Stopwatch.StartNew();
        for (long version = 1; clock.Elapsed < duration; version++)
        {
            Execute("BEGIN IMMEDIATE");
            for (int caller = 0; caller < batch; caller++, count++)
            {
                Bind(stream, $"caller-{caller}", version);
                long id = (long)stream.ExecuteScalar()!;
                byte[] key = Guid.CreateVersion7().ToByteArray();
                Bind(@event, id, version, clock.ElapsedMilliseconds, key, Payload.Bytes);
                @event.ExecuteNonQuery();
                Bind(append, key, hash, result, clock.ElapsedMilliseconds);
                append.ExecuteNonQuery();
            }

            Execute("COMMIT");
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => _connection.Dispose();

    public static int ReadAll(string file) =>
        Read(file, "SELECT position, stream, version, id, type, payload FROM cqrs_events ORDER BY position", null);

    public static int ReadStream(string file, string name) => Read(
        file,
        "SELECT position, stream, e.version, e.id, type, payload FROM cqrs_streams s JOIN cqrs_events e " +
        "ON e.stream = s.id WHERE s.name = $0 ORDER BY e.version",
        name);

    private static int Read(string file, string sql, string? name)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
        {
            command.Parameters.AddWithValue("$0", name);
        }

        using var reader = command.ExecuteReader();
        int count = 0;
        while (reader.Read())
        {
            _ = reader.GetInt64(0) + reader.GetInt64(1) + reader.GetInt64(2) + reader.GetInt64(4);
            _ = reader.GetFieldValue<byte[]>(3);
            count += reader.GetFieldValue<byte[]>(5).Length > 0 ? 1 : 0;
        }

        return count;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 0; index < parameters; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        }

        return command;
    }

    private static void Bind(SqliteCommand command, params object[] values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
