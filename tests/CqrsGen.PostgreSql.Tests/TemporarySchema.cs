using Npgsql;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>A store of its own in the server, gone after the test.</summary>
internal sealed class TemporarySchema : IAsyncDisposable
{
    public string Name { get; } = $"t_{Guid.NewGuid():N}";

    public PostgreSqlEventStoreOptions Options => new()
    {
        ConnectionString = PostgreSqlServer.ConnectionString,
        Schema = Name,
    };

    public PostgreSqlEventStoreOptions OptionsOf(string role) => Options with
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString)
        {
            Username = role,
            Password = role,
        }.ConnectionString,
    };

    /// <summary>Makes the tables as their owner, and a role that has only what is granted.</summary>
    public async Task<string> MakeRoleAsync(Func<string, string, string> grants)
    {
        string role = $"r_{Name}";
        await ExecuteAsync(PostgreSqlEventStore.ExportSchema(Name));
        await ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD '{role}'");
        await ExecuteAsync(grants(role, Name));
        return role;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql.Replace("{s}", Name, StringComparison.Ordinal), connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("DROP SCHEMA IF EXISTS {s} CASCADE");
        await ExecuteAsync("DROP ROLE IF EXISTS r_{s}");
    }
}
