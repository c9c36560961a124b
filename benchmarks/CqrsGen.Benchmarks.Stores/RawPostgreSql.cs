using System.Diagnostics;
using CqrsGen.PostgreSql;
using Npgsql;

namespace CqrsGen.Benchmarks.Stores;

/// <summary>
/// The driver alone on the store's own tables: what appends must write, in one round trip a transaction, without asking
/// or locking anything first.
/// </summary>
internal sealed class RawPostgreSql(NpgsqlDataSource source, string schema)
{
    public static async Task<RawPostgreSql> MakeAsync(NpgsqlDataSource source, string schema)
    {
        await using var command = source.CreateCommand(PostgreSqlEventStore.ExportSchema(schema));
        await command.ExecuteNonQueryAsync();
        return new(source, schema);
    }

    public async Task<double> AppendAsync(int count, TimeSpan duration)
    {
        await using var connection = await source.OpenConnectionAsync();
        long[] streams = await AddStreamsAsync(connection, count);
        byte[][] hashes = [.. Enumerable.Repeat(new byte[32], count)];
        byte[][] results = [.. Enumerable.Repeat(new byte[20], count)];
        byte[][] payloads = [.. Enumerable.Repeat(Payload.Bytes, count)];
        long written = 0;
        var clock = Stopwatch.StartNew();
        for (long version = 1; clock.Elapsed < duration; version++, written += count)
        {
            Guid[] ids = [.. Enumerable.Range(0, count).Select(static _ => Guid.CreateVersion7())];
            long[] versions = [.. Enumerable.Repeat(version, count)];
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new("BEGIN"),
                    Command(
                        $"INSERT INTO {schema}.events " +
                        "(stream, version, category, type, schema_version, recorded_at, id, payload) " +
                        "SELECT s, v, 'caller', 'order-placed', 1, now(), i, p FROM unnest($1, $2, $3, $4) " +
                        "AS t (s, v, i, p) RETURNING position",
                        streams,
                        versions,
                        ids,
                        payloads),
                    Command(
                        $"INSERT INTO {schema}.appends (command, ordinal, hash, result, last_position, recorded_at) " +
                        "SELECT c, 0, h, r, 1, now() FROM unnest($1, $2, $3) AS t (c, h, r)",
                        ids,
                        hashes,
                        results),
                    Command(
                        $"UPDATE {schema}.streams AS s SET version = v.version " +
                        "FROM unnest($1, $2) AS v (id, version) WHERE s.id = v.id",
                        streams,
                        versions),
                    new("COMMIT"),
                },
            };
            await batch.ExecuteNonQueryAsync();
        }

        return written / clock.Elapsed.TotalSeconds;
    }

    public async Task<int> ReadAllAsync()
    {
        await using var command = source.CreateCommand(
            $"SELECT position, stream, version, id, type, payload FROM {schema}.events ORDER BY position");
        await using var reader = await command.ExecuteReaderAsync();
        int count = 0;
        while (await reader.ReadAsync())
        {
            _ = reader.GetInt64(0) + reader.GetInt64(1) + reader.GetInt64(2) + reader.GetString(4).Length;
            _ = reader.GetGuid(3);
            count += reader.GetFieldValue<byte[]>(5).Length > 0 ? 1 : 0;
        }

        return count;
    }

    private async Task<long[]> AddStreamsAsync(NpgsqlConnection connection, int count)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {schema}.streams (name) SELECT 'raw{count}-' || n FROM generate_series(1, {count}) AS n " +
            "RETURNING id",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<long>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetInt64(0));
        }

        return [.. ids];
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
