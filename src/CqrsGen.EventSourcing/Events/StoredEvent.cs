namespace CqrsGen.EventSourcing;

/// <summary>An event as it is stored.</summary>
public sealed record StoredEvent
{
    /// <summary>Where it stands in the one order of all events: greater than every earlier event's. From 1; numbers may
    /// be left out.</summary>
    public required long Position { get; init; }

    /// <summary>The stream that it belongs to.</summary>
    public required StreamName Stream { get; init; }

    /// <summary>The version of the stream with it, from 1 without holes.</summary>
    public required long Version { get; init; }

    /// <inheritdoc cref="NewEvent.Id"/>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="NewEvent.Type"/>
    public required string Type { get; init; }

    /// <inheritdoc cref="NewEvent.SchemaVersion"/>
    public required int SchemaVersion { get; init; }

    /// <summary>The event as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <inheritdoc cref="NewEvent.Metadata"/>
    public required EventMetadata Metadata { get; init; }

    /// <inheritdoc cref="NewEvent.Tags"/>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was stored, by the store's clock, in UTC, to the millisecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
