namespace CqrsGen.EventSourcing;

/// <summary>An event that is to be appended.</summary>
public sealed record NewEvent
{
    /// <summary>The id of the event, unique in the store.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its stable name, which says how to read the payload. Never the name of a CLR type.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the payload's shape, from 1.</summary>
    /// <value>Default: 1.</value>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>
    /// The event as UTF-8 JSON. The store reads it until the append has ended; do not change it before.
    /// </summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What accompanies it.</summary>
    /// <value>Default: <see cref="EventMetadata.Empty"/>.</value>
    public EventMetadata Metadata { get; init; } = EventMetadata.Empty;

    /// <summary>
    /// What it concerns beyond its stream, such as <c>course:c1</c> and <c>student:s7</c>. Appends can be made under
    /// the condition that nobody has appended certain tags meanwhile; see <see cref="AppendCondition"/>.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
