using System.Collections.Concurrent;
using System.Text.Json;
using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite;

/// <summary>Reads on connections that cannot write. Safe for concurrent use.</summary>
internal sealed class SqliteReader(SqliteConnections connections, string prefix)
{
    private readonly EventSql _sql = new(prefix);
    private readonly ConcurrentDictionary<long, string> _types = new();

    public long Head()
    {
        using var connection = connections.OpenReader();
        return Head(connection);
    }

    public EventPage Page(EventQuery query, int maxCount)
    {
        using var connection = connections.OpenReader();
        long first = Math.Max(query.After, 0) + 1;

        // One writer commits in the order of positions, so everything up to the head is there.
        long last = Math.Min(query.UpTo, Head(connection));
        bool forwards = query.Direction == ReadDirection.Forwards;
        if (last < first)
        {
            return new([], forwards ? Math.Max(last, query.After) : first, IsLast: true);
        }

        using var command = connection.CreateCommand();
        _sql.WriteEvents(command, query with { After = first - 1, UpTo = last }, maxCount);
        var events = Read(connection, command);
        long end = forwards ? last : first;
        return events.Count < maxCount
            ? new(events, end, IsLast: true)
            : new(events, events[^1].Position, IsLast: events[^1].Position == end);
    }

    public List<StoredEvent> Stream(StreamQuery query, long from, long to, int maxCount)
    {
        using var connection = connections.OpenReader();
        using var command = connection.CreateCommand();
        _sql.WriteEvents(command, query, from, to, maxCount);
        return Read(connection, command);
    }

    public StreamInfo? Info(StreamName stream)
    {
        using var connection = connections.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT version, state, metadata FROM {prefix}streams WHERE name = $name";
        command.Parameters.AddWithValue("$name", stream.ToString());
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new(
                stream,
                reader.GetInt64(0),
                (StreamState)reader.GetInt32(1),
                reader.IsDBNull(2) ? default(ReadOnlyMemory<byte>) : reader.GetFieldValue<byte[]>(2))
            : null;
    }

    public bool IsStored(Guid id)
    {
        using var connection = connections.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT 1 FROM {prefix}events WHERE id = $id";
        command.Parameters.AddWithValue("$id", id.ToByteArray());
        return command.ExecuteScalar() is not null;
    }

    private long Head(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = $name";
        command.Parameters.AddWithValue("$name", prefix + "events");
        return (long?)command.ExecuteScalar() ?? 0;
    }

    private List<StoredEvent> Read(SqliteConnection connection, SqliteCommand command)
    {
        var events = new List<StoredEvent>();
        var streams = new Dictionary<long, StreamName>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            events.Add(Read(connection, reader, streams));
        }

        return events;
    }

    private StoredEvent Read(
        SqliteConnection connection, SqliteDataReader reader, Dictionary<long, StreamName> streams)
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
            Id = new Guid(reader.GetFieldValue<byte[]>(4)),
            Type = TypeOf(connection, reader.GetInt64(5)),
            SchemaVersion = reader.GetInt32(6),
            Payload = reader.GetFieldValue<byte[]>(7),
            Metadata = reader.IsDBNull(8) ? EventMetadata.Empty : Metadata(reader, position, stream),
            Tags = reader.IsDBNull(9) ? [] : reader.GetString(9).Split('\n'),
            RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(10)),
        };
    }

    private static EventMetadata Metadata(SqliteDataReader reader, long position, StreamName stream)
    {
        try
        {
            return MetadataJson.Read(reader.GetFieldValue<byte[]>(8));
        }
        catch (JsonException exception)
        {
            throw EventStoreException.Unusable(
                $"The metadata of the event at position {position} of the stream {stream} are damaged. Restore the " +
                "file from a backup.",
                exception);
        }
    }

    private string TypeOf(SqliteConnection connection, long id)
    {
        if (_types.TryGetValue(id, out string? type))
        {
            return type;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM {prefix}names WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        return _types[id] = (string)command.ExecuteScalar()!;
    }
}
