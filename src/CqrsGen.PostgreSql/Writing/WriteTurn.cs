using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>
/// One transaction for all who were waiting. It locks streams and tags in an order that is the same everywhere, judges
/// in the order of arrival, and writes last, so that the marker is held for no longer than that takes.
/// </summary>
/// <remarks>
/// An append that comes from two hosts at once meets at its streams: who locks them later finds it made. Another append
/// under the same id meets the primary key, and is then judged alone.
/// </remarks>
internal sealed class WriteTurn(NpgsqlConnection connection, string schema, DateTime now) : IAppendState
{
    private readonly EventSql _sql = new(schema);
    private readonly Dictionary<AppendId, (byte[] Hash, byte[] Result, long LastPosition)> _made = [];
    private readonly Dictionary<AppendId, (AppendWrite Write, AppendResult Result, int Last)> _accepted = [];
    private readonly Dictionary<StreamName, LockedStream> _streams = [];
    private readonly Dictionary<(object Criteria, long After), long?> _found = [];
    private readonly AcceptedEvents _events = new(schema);
    private readonly List<NewEvent> _all = [];
    private readonly List<long> _positions = [];
    private readonly List<AppendWrite> _unwritten = [];
    private bool _isChanged;

    /// <summary>The last position that the turn has made; 0 for none.</summary>
    public long LastPosition => _positions.Count == 0 ? 0 : _positions[^1];

    /// <summary>Writes all of a batch, or throws with nothing written.</summary>
    public async ValueTask RunAsync(IReadOnlyList<PendingWrite> batch)
    {
        var writes = batch.Cast<IPostgreSqlWrite>().ToList();
        await LockAsync(writes).ConfigureAwait(false);
        foreach (var write in writes)
        {
            await write.ApplyAsync(this).ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
        foreach (var write in writes)
        {
            write.Settle(this);
        }
    }

    public MadeAppend? FindMade(AppendRequest request)
    {
        if (_accepted.TryGetValue(request.Id, out var accepted))
        {
            return new(accepted.Write.Hash, accepted.Result);
        }

        return _made.TryGetValue(request.Id, out var made)
            ? new(
                made.Hash,
                AppendResultBytes.Read(made.Result, request) with { LastPosition = made.LastPosition })
            : null;
    }

    public (long Version, StreamState State) Find(StreamName stream)
    {
        var found = _streams[stream];
        return (found.Version, found.State);
    }

    /// <summary>Where the event has no position yet, a negative number: see <see cref="PositionOf"/>.</summary>
    public long? FindEvent(IReadOnlyList<TagCriterion> criteria, long after) =>
        _found[(criteria, after)] ?? (_all.FindIndex(found => criteria.Any(criterion =>
            criterion.IsMetBy(found.Type, found.Tags))) is var place and >= 0 ? -1 - place : null);

    /// <summary>Takes an append that nothing speaks against.</summary>
    public void Accept(AppendWrite write)
    {
        var appended = new List<AppendedStream>();
        foreach (var append in write.Request.Streams)
        {
            var stream = _streams[append.Stream];
            foreach (var @event in append.Events)
            {
                _events.Add(stream, append.Stream.Category, @event);
                _all.Add(@event);
            }

            appended.Add(new(append.Stream, stream.Version, append.Events.Count));
        }

        _accepted[write.Request.Id] = (
            write, new(appended, LastPosition: 0, IsDuplicate: false), _all.Count - 1);
        _unwritten.Add(write);
    }

    /// <summary>The result of an append that this turn has made; null for others.</summary>
    public AppendResult? ResultOf(AppendId id) => _accepted.TryGetValue(id, out var accepted)
        ? accepted.Result with { LastPosition = _positions[accepted.Last] }
        : null;

    /// <summary>The position of an event that was found before it had one.</summary>
    public long PositionOf(long place) => _positions[(int)(-1 - place)];

    public async ValueTask CloseAsync(StreamName name, StreamState state)
    {
        var stream = _streams[name];
        var commands = Unwritten();
        commands.Add(Command($"UPDATE {schema}.streams SET state = $2 WHERE id = $1", stream.Id, (short)state));
        if (state == StreamState.Deleted)
        {
            commands.Add(Command(
                $"DELETE FROM {schema}.event_tags AS t USING {schema}.events AS e, unnest(e.tags) AS name " +
                "WHERE e.stream = $1 AND t.tag = name AND t.position = e.position",
                stream.Id));
            commands.Add(Command($"DELETE FROM {schema}.events WHERE stream = $1", stream.Id));
            commands.Add(Command($"UPDATE {schema}.streams SET metadata = NULL WHERE id = $1", stream.Id));
        }
        else
        {
            commands.Add(Command(
                $"UPDATE {schema}.events SET archived = true WHERE stream = $1 AND NOT archived", stream.Id));
        }

        await WriteAsync(commands).ConfigureAwait(false);
        stream.State = state;
        _isChanged = true;
    }

    public async ValueTask SetMetadataAsync(StreamName name, byte[] metadata)
    {
        var commands = Unwritten();
        commands.Add(new($"UPDATE {schema}.streams SET metadata = nullif($2, ''::bytea) WHERE id = $1")
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = _streams[name].Id },
                new NpgsqlParameter<byte[]> { TypedValue = metadata },
            },
        });
        await WriteAsync(commands).ConfigureAwait(false);
        _isChanged = true;
    }

    private async ValueTask LockAsync(List<IPostgreSqlWrite> writes)
    {
        var asked = new Asked(writes);
        await using (var batch = new NpgsqlBatch(connection))
        {
            Add(batch, new("BEGIN"));
            AddStreams(batch, asked.Streams);
            AddTags(batch, asked.Tags);
            await ReadAsync(batch, asked, hasTags: asked.Tags.Length > 0).ConfigureAwait(false);
        }

        // Streams that nobody has appended to come last: who waits for one of them holds none that others wait for.
        var missing = asked.Streams.FindAll(name => !_streams.ContainsKey(name));
        if (missing.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection);
            Add(batch, new(
                $"INSERT INTO {schema}.streams (name) SELECT name FROM unnest($1) AS name " +
                "ORDER BY name COLLATE \"C\" ON CONFLICT DO NOTHING")
            {
                Parameters = { Names(missing) },
            });
            AddStreams(batch, missing);
            await ReadAsync(batch, asked, hasTags: false).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads what the turn is judged against, after its locks: each statement sees what was committed before it.
    /// </summary>
    private async ValueTask ReadAsync(NpgsqlBatch batch, Asked asked, bool hasTags)
    {
        if (asked.Appends.Count > 0)
        {
            Add(batch, new(
                $"SELECT command, ordinal, hash, result, last_position FROM {schema}.appends " +
                "JOIN unnest($1, $2) AS a (command, ordinal) USING (command, ordinal)")
            {
                Parameters =
                {
                    AcceptedEvents.Array(asked.Appends.Select(static append => append.Request.Id.CommandId)),
                    AcceptedEvents.Array(asked.Appends.Select(static append => append.Request.Id.Ordinal)),
                },
            });
        }

        foreach (var condition in asked.Conditions)
        {
            Add(batch, _sql.Positions(
                new EventQuery { After = condition.After, Criteria = condition.Criteria, IncludeArchived = true },
                maxCount: 1));
        }

        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await ReadStreamsAsync(reader).ConfigureAwait(false);
        if (hasTags)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
        }

        if (asked.Appends.Count > 0)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            await ReadMadeAsync(reader).ConfigureAwait(false);
        }

        foreach (var condition in asked.Conditions)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            _found[(condition.Criteria, condition.After)] =
                await reader.ReadAsync().ConfigureAwait(false) ? reader.GetInt64(0) : null;
        }
    }

    private void AddStreams(NpgsqlBatch batch, List<StreamName> names) => Add(batch, new(
        $"SELECT id, name, version, state FROM {schema}.streams WHERE name = ANY($1) ORDER BY name FOR UPDATE")
    {
        Parameters = { Names(names) },
    });

    private void AddTags(NpgsqlBatch batch, string[] tags)
    {
        if (tags.Length == 0)
        {
            return;
        }

        Add(batch, new(
            $"INSERT INTO {schema}.tags (name) SELECT name FROM unnest($1) AS name " +
            "ORDER BY name COLLATE \"C\" ON CONFLICT DO NOTHING")
        {
            Parameters = { AcceptedEvents.Array(tags) },
        });

        Add(batch, new($"SELECT 1 FROM {schema}.tags WHERE name = ANY($1) ORDER BY name FOR UPDATE")
        {
            Parameters = { AcceptedEvents.Array(tags) },
        });
    }

    private static NpgsqlParameter<string[]> Names(List<StreamName> names) =>
        AcceptedEvents.Array(names.Select(static name => name.ToString()));

    private async ValueTask ReadMadeAsync(NpgsqlDataReader reader)
    {
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            var id = new AppendId(reader.GetGuid(0), reader.GetInt32(1));
            _made[id] = (reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), reader.GetInt64(4));
        }
    }

    private async ValueTask ReadStreamsAsync(NpgsqlDataReader reader)
    {
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            _streams[StreamName.Parse(reader.GetString(1))] =
                new(reader.GetInt64(0), reader.GetInt64(2), (StreamState)reader.GetInt16(3));
        }
    }

    /// <summary>Writes what was accepted and commits; nothing is committed where nothing changes.</summary>
    private async ValueTask EndAsync()
    {
        var commands = Unwritten();
        if (commands.Count == 0 && !_isChanged)
        {
            await WriteAsync([new("ROLLBACK")]).ConfigureAwait(false);
            return;
        }

        long[] empty = [.. _streams.Values.Where(static stream => stream.IsNew && !stream.IsChanged)
            .Select(static stream => stream.Id)];
        if (empty.Length > 0)
        {
            commands.Add(new($"DELETE FROM {schema}.streams WHERE id = ANY($1)")
            {
                Parameters = { AcceptedEvents.Array(empty) },
            });
        }

        commands.Add(new("COMMIT"));
        await WriteAsync(commands).ConfigureAwait(false);
    }

    /// <summary>The statements that write what was accepted so far; the first gives its positions.</summary>
    private List<NpgsqlBatchCommand> Unwritten()
    {
        if (_events.Count == 0)
        {
            return [];
        }

        var changed = _streams.Values.Where(static stream => stream.IsChanged).ToList();
        return
        [
            _events.Insert(now),
            new($"UPDATE {schema}.streams AS s SET version = v.version FROM unnest($1, $2) AS v (id, version) " +
                "WHERE s.id = v.id")
            {
                Parameters =
                {
                    AcceptedEvents.Array(changed.Select(static stream => stream.Id)),
                    AcceptedEvents.Array(changed.Select(static stream => stream.Version)),
                },
            },
            new($"INSERT INTO {schema}.appends (command, ordinal, hash, result, last_position, recorded_at) " +
                "SELECT m.command, m.ordinal, m.hash, m.result, e.position, $6 " +
                "FROM unnest($1, $2, $3, $4, $5) AS m (command, ordinal, hash, result, last) " +
                $"JOIN {schema}.events AS e ON e.id = m.last")
            {
                Parameters =
                {
                    AcceptedEvents.Array(_unwritten.Select(static write => write.Request.Id.CommandId)),
                    AcceptedEvents.Array(_unwritten.Select(static write => write.Request.Id.Ordinal)),
                    AcceptedEvents.Array(_unwritten.Select(static write => write.Hash)),
                    AcceptedEvents.Array(_unwritten.Select(
                        write => AppendResultBytes.Write(_accepted[write.Request.Id].Result))),
                    AcceptedEvents.Array(_unwritten.Select(static write => LastEvent(write.Request))),
                    new NpgsqlParameter<DateTime> { TypedValue = now },
                },
            },
        ];
    }

    private static Guid LastEvent(AppendRequest request) =>
        request.Streams.Last(static append => append.Events.Count > 0).Events[^1].Id;

    private async ValueTask WriteAsync(List<NpgsqlBatchCommand> commands)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            Add(batch, command);
        }

        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        if (_events.Count > 0)
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                _positions.Add(reader.GetInt64(0));
            }

            _events.Clear();
            _unwritten.Clear();
        }

        while (await reader.NextResultAsync().ConfigureAwait(false))
        {
            // A statement that failed throws here.
        }
    }

    private static void Add(NpgsqlBatch batch, NpgsqlBatchCommand command) => batch.BatchCommands.Add(command);

    private static NpgsqlBatchCommand Command(string sql, long id, short? state = null)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<long> { TypedValue = id } } };
        if (state is { } value)
        {
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = value });
        }

        return command;
    }
}
