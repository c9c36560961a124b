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

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql.Replace("{s}", Name, StringComparison.Ordinal), connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync("DROP SCHEMA IF EXISTS {s} CASCADE");
}
