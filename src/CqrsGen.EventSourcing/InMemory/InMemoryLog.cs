using CqrsGen.EventSourcing.Infrastructure;

namespace CqrsGen.EventSourcing;

/// <summary>
/// The events and streams of an <see cref="InMemoryEventStore"/>, which holds its lock around every call.
/// </summary>
internal sealed class InMemoryLog : IAppendState
{
    private readonly List<StoredEvent?> _events = []; // The event at position n has index n - 1; null: erased.
    private readonly Dictionary<StreamName, Stream> _streams = [];
    private readonly Dictionary<AppendId, MadeAppend> _appends = [];
    private readonly HashSet<Guid> _ids = [];

    public MadeAppend? FindMade(AppendRequest request) => _appends.GetValueOrDefault(request.Id);

    public (long Version, StreamState State) Find(StreamName stream) =>
        _streams.TryGetValue(stream, out var found) ? (found.Version, found.State) : default;

    public long? FindEvent(IReadOnlyList<TagCriterion> criteria, long after)
    {
        for (long position = after + 1; position <= _events.Count; position++)
        {
            if (At(position) is { } @event && criteria.Any(criterion => criterion.IsMetBy(@event.Type, @event.Tags)))
            {
                return position;
            }
        }

        return null;
    }

    public AppendOutcome Append(AppendRequest request, byte[] hash, DateTimeOffset now)
    {
        RequireNewIds(request);
        var recordedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var appended = new AppendedStream[request.Streams.Count];
        for (int index = 0; index < appended.Length; index++)
        {
            var append = request.Streams[index];
            if (!_streams.TryGetValue(append.Stream, out var stream) && append.Events.Count > 0)
            {
                _streams.Add(append.Stream, stream = new Stream());
            }

            foreach (var @event in append.Events)
            {
                _events.Add(Store(@event, append.Stream, stream!, recordedAt));
                stream!.Positions.Add(_events.Count);
            }

            appended[index] = new(append.Stream, stream?.Version ?? 0, append.Events.Count);
        }

        var result = new AppendResult(appended, _events.Count, IsDuplicate: false);
        _appends.Add(request.Id, new MadeAppend(hash, result));
        return AppendOutcome.Of(result);
    }

    public StoredEvent[] Read(StreamQuery query)
    {
        if (!_streams.TryGetValue(query.Stream, out var stream)
            || stream.State == StreamState.Deleted
            || (stream.State == StreamState.Archived && !query.IncludeArchived))
        {
            return [];
        }

        long first = Math.Max(query.FromVersion, 1);
        long last = Math.Min(query.ToVersion, stream.Version);
        var events = new List<StoredEvent>();
        for (long version = first; version <= last; version++)
        {
            events.Add(At(stream.Positions[(int)version - 1])!);
        }

        if (query.Direction == ReadDirection.Backwards)
        {
            events.Reverse();
        }

        return [.. events];
    }

    public EventPage Read(EventQuery query, int maxCount)
    {
        long first = Math.Max(query.After, 0) + 1;
        long last = Math.Min(query.UpTo, _events.Count);
        bool forwards = query.Direction == ReadDirection.Forwards;
        var events = new List<StoredEvent>();
        for (long step = 0; step <= last - first; step++)
        {
            long position = forwards ? first + step : last - step;
            if (At(position) is { } @event && IsWanted(@event, query))
            {
                events.Add(@event);
                if (events.Count == maxCount)
                {
                    return new(events, position, IsLast: position == (forwards ? last : first));
                }
            }
        }

        return new(events, forwards ? Math.Max(last, query.After) : first, IsLast: true);
    }

    public StreamInfo? Info(StreamName name) => _streams.TryGetValue(name, out var stream)
        ? new(name, stream.Version, stream.State, stream.Metadata)
        : null;

    public void SetMetadata(StreamName name, byte[] metadata)
    {
        if (!_streams.TryGetValue(name, out var stream))
        {
            throw ClosingJudge.Missing(name);
        }

        if (stream.State == StreamState.Deleted)
        {
            throw new AppendConflictException(new AppendConflict.Closed(name, stream.State));
        }

        stream.Metadata = metadata;
    }

    public void Close(StreamName name, ExpectedVersion expected, StreamState state)
    {
        if (!ClosingJudge.Judge(name, expected, Find(name), state))
        {
            return;
        }

        var stream = _streams[name];
        stream.State = state;
        if (state == StreamState.Deleted)
        {
            stream.Metadata = [];
            foreach (long position in stream.Positions)
            {
                _events[(int)position - 1] = null;
            }
        }
    }

    private StoredEvent Store(NewEvent @event, StreamName name, Stream stream, DateTimeOffset now) => new()
    {
        Position = _events.Count + 1,
        Stream = name,
        Version = stream.Version + 1,
        Id = @event.Id,
        Type = @event.Type,
        SchemaVersion = @event.SchemaVersion,
        Payload = @event.Payload.ToArray(),
        Metadata = @event.Metadata,
        Tags = [.. @event.Tags],
        RecordedAt = now,
    };

    private StoredEvent? At(long position) => _events[(int)position - 1];

    private bool IsWanted(StoredEvent @event, EventQuery query) =>
        (query.Categories.Count == 0 || query.Categories.Contains(@event.Stream.Category))
        && (query.Types.Count == 0 || query.Types.Contains(@event.Type))
        && (query.Criteria.Count == 0 || query.Criteria.Any(found => found.IsMetBy(@event.Type, @event.Tags)))
        && (query.IncludeArchived || _streams[@event.Stream].State == StreamState.Active);

    private void RequireNewIds(AppendRequest request)
    {
        var added = new List<Guid>();
        foreach (var @event in request.Streams.SelectMany(static append => append.Events))
        {
            if (_ids.Add(@event.Id))
            {
                added.Add(@event.Id);
                continue;
            }

            _ids.ExceptWith(added);
            throw new EventIdReusedException(@event.Id);
        }
    }

    private sealed class Stream
    {
        public List<long> Positions { get; } = [];

        public StreamState State { get; set; }

        public byte[] Metadata { get; set; } = [];

        public long Version => Positions.Count;
    }
}
