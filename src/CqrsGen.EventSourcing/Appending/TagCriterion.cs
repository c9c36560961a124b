namespace CqrsGen.EventSourcing;

/// <summary>Events by their tags and types.</summary>
public sealed record TagCriterion
{
    /// <summary>The tags that an event carries all of; at least one.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The types that an event has one of.</summary>
    /// <value>Default: none, which means every type.</value>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Whether an event meets the criterion.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="tags">Its tags.</param>
    public bool IsMetBy(string type, IReadOnlyList<string> tags) =>
        (Types.Count == 0 || Types.Contains(type)) && Tags.All(tags.Contains);
}
