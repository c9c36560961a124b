using System.Globalization;
using CqrsGen.EventSourcing;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>Numbered scripts, embedded as <c>NNN_name.sql</c>, applied in their order, each once.</summary>
internal static class SchemaVersion
{
    private const string Component = "event_store";

    private static readonly string[] s_scripts = ["001_event_store.sql"];

    /// <summary>All scripts as one text, for who runs them by hand.</summary>
    public static string Export(string prefix) => string.Join(
        '\n',
        Enumerable.Range(1, s_scripts.Length).Select(number => Script(number, prefix) + Record(number, prefix))
            .Prepend(Table(prefix)));

    /// <summary>Brings a database up to date; several processes may do so at once.</summary>
    /// <exception cref="EventStoreException">It is of a newer version than this code.</exception>
    public static void Apply(SqliteConnection connection, string prefix, TimeSpan busyTimeout)
    {
        if (Find(connection, prefix) == s_scripts.Length)
        {
            return; // The usual case asks for no lock.
        }

        Execute(connection, "BEGIN IMMEDIATE", busyTimeout);
        try
        {
            int version = Find(connection, prefix);
            if (version > s_scripts.Length)
            {
                throw EventStoreException.Unusable(
                    $"The tables {prefix}* of {connection.DataSource} have version {version}; this program knows up " +
                    $"to {s_scripts.Length}. Run a newer version of the program, or use another file.");
            }

            Execute(connection, Table(prefix), busyTimeout);
            for (int number = version + 1; number <= s_scripts.Length; number++)
            {
                Execute(connection, Script(number, prefix) + Record(number, prefix), busyTimeout);
            }

            Execute(connection, "COMMIT", busyTimeout);
        }
        catch
        {
            Execute(connection, "ROLLBACK", busyTimeout);
            throw;
        }
    }

    private static int Find(SqliteConnection connection, string prefix)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", prefix + "schema");
        if ((long)command.ExecuteScalar()! == 0)
        {
            return 0;
        }

        command.CommandText = $"SELECT version FROM {prefix}schema WHERE component = $component";
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$component", Component);
        return Convert.ToInt32(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
    }

    private static string Table(string prefix) =>
        $"CREATE TABLE IF NOT EXISTS {prefix}schema (component TEXT PRIMARY KEY, version INTEGER NOT NULL);\n";

    private static string Record(int version, string prefix) =>
        $"INSERT INTO {prefix}schema (component, version) VALUES ('{Component}', {version})\n" +
        "ON CONFLICT (component) DO UPDATE SET version = excluded.version;\n";

    private static string Script(int number, string prefix)
    {
        using var stream = typeof(SchemaVersion).Assembly.GetManifestResourceStream(s_scripts[number - 1])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{p}", prefix, StringComparison.Ordinal);
    }

    private static void Execute(SqliteConnection connection, string sql, TimeSpan busyTimeout)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds);
        command.ExecuteNonQuery();
    }
}
