using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CqrsGen.Sqlite;

/// <summary>
/// The one connection that writes. Used by one thread at a time. What it knows of streams holds until another process
/// has written.
/// </summary>
internal sealed class SqliteWriter : IAppendState, IDisposable
{
    private const int MostKnown = 100_000;

    private readonly SqliteConnection _connection;
    private readonly WriterStatements _statements;
    private readonly EventSql _sql;
    private readonly TimeProvider _time;
    private readonly Dictionary<StreamName, KnownStream> _streams = [];
    private readonly Dictionary<(NameKind Kind, string Name), long> _names = [];
    private long _dataVersion;
    private long _now;

    public SqliteWriter(SqliteConnection connection, string prefix, TimeProvider time)
    {
        _connection = connection;
        _statements = new WriterStatements(connection, prefix);
        _sql = new EventSql(prefix);
        _time = time;
    }

    /// <summary>The last position that this writer has made.</summary>
    public long LastPosition { get; private set; }

    /// <summary>Writes all of a batch in one transaction, or throws with nothing written.</summary>
    public void Write(IReadOnlyList<PendingWrite> batch)
    {
        long before = LastPosition;
        _statements.Begin.Run();
        try
        {
            ForgetWhatOthersChanged();
            _now = _time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var write in batch)
            {
                ((ISqliteWrite)write).Apply(this);
            }

            _statements.Commit.Run();
        }
        catch
        {
            LastPosition = before; // Nobody may be woken for events that are not there.
            Forget();
            RollBack();
            throw;
        }
    }

    public MadeAppend? FindMade(AppendRequest request)
    {
        using var reader = _statements.FindAppend.Read(request.Id.CommandId.ToByteArray(), request.Id.Ordinal);
        return reader.Read()
            ? new MadeAppend(
                reader.GetFieldValue<byte[]>(0), AppendResultBytes.Read(reader.GetFieldValue<byte[]>(1), request))
            : null;
    }

    public (long Version, StreamState State) Find(StreamName stream) =>
        Known(stream) is { } known ? (known.Version, known.State) : default;

    public long? FindEvent(IReadOnlyList<TagCriterion> criteria, long after)
    {
        using var command = _connection.CreateCommand();
        _sql.WritePositions(
            command, new EventQuery { After = after, Criteria = criteria, IncludeArchived = true }, maxCount: 1);
        return (long?)command.ExecuteScalar();
    }

    public AppendResult Append(AppendRequest request, byte[] hash)
    {
        var appended = new AppendedStream[request.Streams.Count];
        for (int index = 0; index < appended.Length; index++)
        {
            var append = request.Streams[index];
            appended[index] = new(append.Stream, Append(append), append.Events.Count);
        }

        var result = new AppendResult(appended, LastPosition, IsDuplicate: false);
        _statements.AddAppend.Run(
            request.Id.CommandId.ToByteArray(), request.Id.Ordinal, hash, AppendResultBytes.Write(result), _now);
        return result;
    }

    public void Close(StreamName name, StreamState state)
    {
        var stream = Known(name)!;
        stream.State = state;
        _statements.SetState.Run(stream.Id, (int)state);
        if (state == StreamState.Deleted)
        {
            DeleteTags(stream.Id);
            _statements.DeleteEvents.Run(stream.Id);
            _statements.SetMetadata.Run(stream.Id, null);
        }
        else
        {
            _statements.ArchiveEvents.Run(stream.Id);
        }
    }

    public void SetMetadata(StreamName name, byte[] metadata) =>
        _statements.SetMetadata.Run(Known(name)!.Id, metadata.Length == 0 ? null : metadata);

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    /// <summary>Appends to one stream; gives its version.</summary>
    private long Append(StreamAppend append)
    {
        if (append.Events.Count == 0)
        {
            return Known(append.Stream)?.Version ?? 0;
        }

        var stream = Known(append.Stream) ?? Add(append.Stream);
        long category = IdOf(NameKind.Category, append.Stream.Category);
        foreach (var @event in append.Events)
        {
            stream.Version++;
            _statements.AddEvent.Run(
                stream.Id,
                stream.Version,
                category,
                IdOf(NameKind.Type, @event.Type),
                @event.SchemaVersion,
                _now,
                @event.Id.ToByteArray(),
                MetadataJson.Write(@event.Metadata),
                @event.Tags.Count == 0 ? null : string.Join('\n', @event.Tags),
                Bytes(@event.Payload));
            LastPosition = raw.sqlite3_last_insert_rowid(_connection.Handle);
            foreach (string tag in @event.Tags)
            {
                _statements.AddTag.Run(IdOf(NameKind.Tag, tag), LastPosition);
            }
        }

        _statements.SetVersion.Run(stream.Id, stream.Version);
        return stream.Version;
    }

    private void DeleteTags(long stream)
    {
        var found = new List<(long Position, string Tags)>();
        using (var reader = _statements.FindTags.Read(stream))
        {
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        foreach (var (position, tags) in found)
        {
            foreach (string tag in tags.Split('\n'))
            {
                _statements.DeleteTag.Run(IdOf(NameKind.Tag, tag), position);
            }
        }
    }

    private KnownStream? Known(StreamName name)
    {
        if (_streams.TryGetValue(name, out var known))
        {
            return known;
        }

        using var reader = _statements.FindStream.Read(name.ToString());
        return reader.Read()
            ? Know(name, new KnownStream(reader.GetInt64(0), reader.GetInt64(1), (StreamState)reader.GetInt32(2)))
            : null;
    }

    private KnownStream Add(StreamName name) =>
        Know(name, new KnownStream(_statements.AddStream.Number(name.ToString()).GetValueOrDefault(), 0, default));

    private KnownStream Know(StreamName name, KnownStream stream)
    {
        if (_streams.Count >= MostKnown)
        {
            _streams.Clear();
        }

        _streams[name] = stream;
        return stream;
    }

    private long IdOf(NameKind kind, string name)
    {
        if (_names.TryGetValue((kind, name), out long id))
        {
            return id;
        }

        if (_names.Count >= MostKnown)
        {
            _names.Clear();
        }

        id = _statements.FindName.Number((int)kind, name)
            ?? _statements.AddName.Number((int)kind, name).GetValueOrDefault();
        _names.Add((kind, name), id);
        return id;
    }

    private void ForgetWhatOthersChanged()
    {
        long version = _statements.DataVersion.Number().GetValueOrDefault();
        if (version != _dataVersion)
        {
            Forget();
            _dataVersion = version;
        }
    }

    private void Forget()
    {
        _streams.Clear();
        _names.Clear();
    }

    private void RollBack()
    {
        try
        {
            _statements.Rollback.Run();
        }
        catch (SqliteException)
        {
            // A failed commit may have rolled back already; what went wrong is on its way to the callers.
        }
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> payload) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(payload, out var segment)
        && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : payload.ToArray();
}
