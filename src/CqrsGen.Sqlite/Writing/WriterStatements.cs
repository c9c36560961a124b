using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>The prepared statements of the writer. Parameters are in the order of the columns.</summary>
internal sealed class WriterStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _prefix;
    private readonly List<SqliteCommand> _all = [];

    public WriterStatements(SqliteConnection connection, string prefix)
    {
        _connection = connection;
        _prefix = prefix;
        Begin = Make("BEGIN IMMEDIATE", 0);
        Commit = Make("COMMIT", 0);
        Rollback = Make("ROLLBACK", 0);
        DataVersion = Make("PRAGMA data_version", 0);
        FindName = Make("SELECT id FROM {p}names WHERE kind = $0 AND name = $1", 2);
        AddName = Make("INSERT INTO {p}names (kind, name) VALUES ($0, $1) RETURNING id", 2);
        FindStream = Make("SELECT id, version, state FROM {p}streams WHERE name = $0", 1);
        AddStream = Make("INSERT INTO {p}streams (name, version) VALUES ($0, 0) RETURNING id", 1);
        SetVersion = Make("UPDATE {p}streams SET version = $1 WHERE id = $0", 2);
        SetState = Make("UPDATE {p}streams SET state = $1 WHERE id = $0", 2);
        SetMetadata = Make("UPDATE {p}streams SET metadata = $1 WHERE id = $0", 2);
        ArchiveEvents = Make("UPDATE {p}events SET archived = 1 WHERE stream = $0", 1);
        DeleteEvents = Make("DELETE FROM {p}events WHERE stream = $0", 1);
        AddEvent = Make(
            "INSERT INTO {p}events (stream, version, category, type, schema_version, recorded_at, id, metadata, " +
            "tags, payload) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            10);
        DeleteTag = Make("DELETE FROM {p}event_tags WHERE tag = $0 AND position = $1", 2);
        FindTags = Make("SELECT position, tags FROM {p}events WHERE stream = $0 AND tags IS NOT NULL", 1);
        AddTag = Make("INSERT OR IGNORE INTO {p}event_tags (tag, position) VALUES ($0, $1)", 2);
        FindAppend = Make("SELECT hash, result FROM {p}appends WHERE command = $0 AND ordinal = $1", 2);
        AddAppend = Make(
            "INSERT INTO {p}appends (command, ordinal, hash, result, recorded_at) VALUES ($0, $1, $2, $3, $4)", 5);
    }

    public SqliteCommand Begin { get; }

    public SqliteCommand Commit { get; }

    public SqliteCommand Rollback { get; }

    public SqliteCommand DataVersion { get; }

    public SqliteCommand FindName { get; }

    public SqliteCommand AddName { get; }

    public SqliteCommand FindStream { get; }

    public SqliteCommand AddStream { get; }

    public SqliteCommand SetVersion { get; }

    public SqliteCommand SetState { get; }

    public SqliteCommand SetMetadata { get; }

    public SqliteCommand ArchiveEvents { get; }

    public SqliteCommand DeleteEvents { get; }

    public SqliteCommand DeleteTag { get; }

    public SqliteCommand FindTags { get; }

    public SqliteCommand AddEvent { get; }

    public SqliteCommand AddTag { get; }

    public SqliteCommand FindAppend { get; }

    public SqliteCommand AddAppend { get; }

    public void Dispose()
    {
        foreach (var command in _all)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Make(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql.Replace("{p}", _prefix, StringComparison.Ordinal);
        for (int index = 0; index < parameters; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        }

        _all.Add(command);
        return command;
    }
}
