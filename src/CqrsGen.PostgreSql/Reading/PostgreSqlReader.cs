using System.Text.Json;
using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>Reads on connections that cannot write. Safe for concurrent use.</summary>
internal sealed class PostgreSqlReader(PostgreSqlConnections connections, string schema)
{
    private readonly EventSql _sql = new(schema);

    public async ValueTask<long> HeadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        return await HeadAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<EventPage> PageAsync(
        EventQuery query, int maxCount, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        long first = Math.Max(query.After, 0) + 1;

        // First the frontier, then the events: what it covers is there for every statement that begins later.
        long head = await HeadAsync(connection, cancellationToken).ConfigureAwait(false);
        long last = Math.Min(query.UpTo, head);
        bool forwards = query.Direction == ReadDirection.Forwards;
        if (last < first)
        {
            return new([], forwards ? Math.Max(last, query.After) : first, IsLast: true);
        }

        var found = _sql.Events(query with { After = first - 1, UpTo = last }, maxCount);
        var events = await ReadAsync(connection, found, cancellationToken).ConfigureAwait(false);
        long end = forwards ? last : first;
        return events.Count < maxCount
            ? new(events, end, IsLast: true)
            : new(events, events[^1].Position, IsLast: events[^1].Position == end);
    }

    public async ValueTask<List<StoredEvent>> StreamAsync(
        StreamQuery query, long from, long to, int maxCount, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(connection, _sql.Events(query, from, to, maxCount), cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<StreamInfo?> InfoAsync(StreamName stream, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT version, state, metadata FROM {schema}.streams WHERE name = $1 AND version > 0";
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.ToString() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? new(
                stream,
                reader.GetInt64(0),
                (StreamState)reader.GetInt16(1),
                await reader.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false)
                    ? default(ReadOnlyMemory<byte>)
                    : reader.GetFieldValue<byte[]>(2))
            : null;
    }

    public async ValueTask<bool> IsStoredAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT 1 FROM {schema}.events WHERE id = $1";
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    private async ValueTask<long> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT position FROM {schema}.frontier";
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static async ValueTask<List<StoredEvent>> ReadAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand found, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { found } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var events = new List<StoredEvent>();
        var streams = new Dictionary<long, StreamName>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            events.Add(Read(reader, streams));
        }

        return events;
    }

    private static StoredEvent Read(NpgsqlDataReader reader, Dictionary<long, StreamName> streams)
    {
        long position = reader.GetInt64(0);
        long streamId = reader.GetInt64(1);
        if (!streams.TryGetValue(streamId, out var stream))
        {
            streams.Add(streamId, stream = StreamName.Parse(reader.GetString(2)));
        }

        return new()
        {
            Position = position,
            Stream = stream,
            Version = reader.GetInt64(3),
            Id = reader.GetGuid(4),
            Type = reader.GetString(5),
            SchemaVersion = reader.GetInt32(6),
            Payload = reader.GetFieldValue<byte[]>(7),
            Metadata = reader.IsDBNull(8) ? EventMetadata.Empty : Metadata(reader, position, stream),
            Tags = reader.IsDBNull(9) ? [] : reader.GetFieldValue<string[]>(9),
            RecordedAt = new DateTimeOffset(reader.GetDateTime(10), TimeSpan.Zero),
        };
    }

    private static EventMetadata Metadata(NpgsqlDataReader reader, long position, StreamName stream)
    {
        try
        {
            return MetadataJson.Read(reader.GetFieldValue<byte[]>(8));
        }
        catch (JsonException exception)
        {
            throw EventStoreException.Unusable(
                $"The metadata of the event at position {position} of the stream {stream} are damaged. Restore the " +
                "database from a backup.",
                exception);
        }
    }
}
