using CqrsGen.EventSourcing;
using CqrsGen.EventSourcing.Infrastructure;
using Npgsql;

namespace CqrsGen.PostgreSql;

/// <summary>The events that a turn has accepted and not yet written, column by column.</summary>
internal sealed class AcceptedEvents(string schema)
{
    private readonly List<NewEvent> _events = [];
    private readonly List<long> _streams = [];
    private readonly List<long> _versions = [];
    private readonly List<string> _categories = [];

    private bool _hasTags;

    public int Count => _events.Count;

    private string InsertPlain =>
        $"""
        INSERT INTO {schema}.events
            (stream, version, category, type, schema_version, recorded_at, id, metadata, tags, payload)
        SELECT stream, version, category, type, schema_version, $10, id, metadata, string_to_array(tags, E'\n'), payload
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) WITH ORDINALITY AS e
            (stream, version, category, type, schema_version, id, metadata, tags, payload, place)
        ORDER BY place
        RETURNING position
        """;

    private string InsertTagged =>
        $"""
        WITH written AS ({InsertPlain}, tags),
        tagged AS (
            INSERT INTO {schema}.event_tags (tag, position)
            SELECT DISTINCT tag, position FROM written, unnest(tags) AS tag)
        SELECT position FROM written ORDER BY position
        """;

    public void Add(LockedStream stream, string category, NewEvent @event)
    {
        _events.Add(@event);
        _streams.Add(stream.Id);
        stream.Accepted++;
        _hasTags |= @event.Tags.Count > 0;
        _versions.Add(stream.Version);
        _categories.Add(category);
    }

    public void Clear()
    {
        _hasTags = false;
        _events.Clear();
        _streams.Clear();
        _versions.Clear();
        _categories.Clear();
    }

    /// <summary>The statement that writes them, and gives their positions in their order.</summary>
    public NpgsqlBatchCommand Insert(DateTime now) => new(_hasTags ? InsertTagged : InsertPlain)
    {
        Parameters =
        {
            Array(_streams),
            Array(_versions),
            Array(_categories),
            Array(_events.Select(static found => found.Type)),
            Array(_events.Select(static found => found.SchemaVersion)),
            Array(_events.Select(static found => found.Id)),
            Array(_events.Select(static found => MetadataJson.Write(found.Metadata))),
            Array(_events.Select(static found => found.Tags.Count == 0 ? null : string.Join('\n', found.Tags))),
            Array(_events.Select(static found => found.Payload.ToArray())),
            new NpgsqlParameter<DateTime> { TypedValue = now },
        },
    };

    public static NpgsqlParameter<T[]> Array<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };
}
