using System.Globalization;
using System.Text;
using CqrsGen.EventSourcing;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>Numbered scripts, embedded as <c>NNN_name.sql</c>, applied in their order, each once.</summary>
internal static class SchemaVersion
{
    private const string Component = "event_store";

    private static readonly string[] s_written = ["streams", "events", "event_tags", "tags", "appends"];

    private static readonly string[] s_scripts = ["001_event_store.sql"];

    /// <summary>All scripts as one text, for who runs them by hand.</summary>
    public static string Export(string schema) => string.Join(
        '\n',
        Enumerable.Range(1, s_scripts.Length).Select(number => Script(number, schema) + Record(number, schema))
            .Prepend(Table(schema)));

    /// <summary>What roles need, and no more.</summary>
    public static string ExportGrants(string schema, string? writer, string? reader)
    {
        var text = new StringBuilder();
        foreach (string role in new[] { writer, reader }.OfType<string>().Select(Quote))
        {
            text.Append(CultureInfo.InvariantCulture, $"GRANT USAGE ON SCHEMA {schema} TO {role};\n")
                .Append(CultureInfo.InvariantCulture, $"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};\n")
                .Append(CultureInfo.InvariantCulture, $"GRANT SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role};\n");
        }

        if (writer is not null)
        {
            string all = string.Join(", ", s_written.Select(table => $"{schema}.{table}"));
            text.Append(CultureInfo.InvariantCulture, $"GRANT INSERT, UPDATE, DELETE ON {all} TO {Quote(writer)};\n")
                .Append(CultureInfo.InvariantCulture, $"GRANT UPDATE ON {schema}.frontier TO {Quote(writer)};\n");
        }

        return text.ToString();
    }

    private static string Quote(string role) => $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Brings a database up to date; several processes may do so at once.</summary>
    /// <exception cref="EventStoreException">It is of a newer version than this code.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource source, string schema, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await FindAsync(connection, schema, cancellationToken).ConfigureAwait(false) == s_scripts.Length)
        {
            return; // The usual case asks for no lock, and for no right to make tables.
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            connection,
            $"SELECT pg_advisory_xact_lock({Frontier.MarkerClass}, hashtext('{schema}'))",
            cancellationToken).ConfigureAwait(false);
        int version = await FindAsync(connection, schema, cancellationToken).ConfigureAwait(false);
        if (version > s_scripts.Length)
        {
            throw EventStoreException.Unusable(
                $"The schema {schema} of {connection.Database} has version {version}; this program knows up to " +
                $"{s_scripts.Length}. Run a newer version of the program, or use another schema.");
        }

        if (version < s_scripts.Length)
        {
            await ExecuteAsync(connection, Table(schema), cancellationToken).ConfigureAwait(false);
        }

        for (int number = version + 1; number <= s_scripts.Length; number++)
        {
            await ExecuteAsync(connection, Script(number, schema) + Record(number, schema), cancellationToken)
                .ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> FindAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // By reading the catalogue: to_regclass may remember that there was no such table before the lock was taken.
        command.CommandText =
            "SELECT EXISTS (SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace " +
            $"WHERE n.nspname = '{schema}' AND c.relname = 'schema_version')";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        command.CommandText = $"SELECT version FROM {schema}.schema_version WHERE component = '{Component}'";
        object? found = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return Convert.ToInt32(found ?? 0, CultureInfo.InvariantCulture);
    }

    private static string Table(string schema) =>
        $"CREATE SCHEMA IF NOT EXISTS {schema};\n" +
        $"CREATE TABLE IF NOT EXISTS {schema}.schema_version (component text PRIMARY KEY, version integer NOT NULL);\n";

    private static string Record(int version, string schema) =>
        $"INSERT INTO {schema}.schema_version (component, version) VALUES ('{Component}', {version})\n" +
        "ON CONFLICT (component) DO UPDATE SET version = excluded.version;\n";

    private static string Script(int number, string schema)
    {
        using var stream = typeof(SchemaVersion).Assembly.GetManifestResourceStream(s_scripts[number - 1])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{s}", schema, StringComparison.Ordinal)
            .Replace("{marker}", $"{Frontier.MarkerClass}", StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
