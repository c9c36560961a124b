using CqrsGen.EventSourcing;
using CqrsGen.PostgreSql;
using CqrsGen.Sqlite;

namespace CqrsGen.Chaos.Worker;

/// <summary>
/// The store that all workers of a test share, as a text: a file, or a schema and where its database is.
/// </summary>
public static class WorkerStore
{
    private const string PostgreSql = "postgres:";

    public static string Of(PostgreSqlEventStoreOptions options) =>
        $"{PostgreSql}{options.Schema}:{options.ConnectionString}";

    public static IEventStore Open(string store)
    {
        if (store.StartsWith(PostgreSql, StringComparison.Ordinal))
        {
            string[] parts = store[PostgreSql.Length..].Split(':', 2);
            return new PostgreSqlEventStore(new() { Schema = parts[0], ConnectionString = parts[1] });
        }

        SQLitePCL.Batteries_V2.Init();
        return new SqliteEventStore(new() { Path = store, BusyTimeout = TimeSpan.FromSeconds(30) });
    }
}
