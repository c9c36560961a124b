namespace CqrsGen.EventSourcing;

/// <summary>Events for one or several streams, which are stored together or not at all.</summary>
public sealed record AppendRequest
{
    /// <summary>The identity of the append, by which trying again is harmless.</summary>
    public required AppendId Id { get; init; }

    /// <summary>What is appended, each stream once.</summary>
    public required IReadOnlyList<StreamAppend> Streams { get; init; }

    /// <summary>What must hold across streams.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<AppendCondition> Conditions { get; init; } = [];
}
