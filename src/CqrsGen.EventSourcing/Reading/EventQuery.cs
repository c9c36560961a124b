namespace CqrsGen.EventSourcing;

/// <summary>Events of all streams in their one order. What is stated must hold together.</summary>
public sealed record EventQuery
{
    /// <summary>Every event.</summary>
    public static EventQuery All { get; } = new();

    /// <summary>Only events behind this position.</summary>
    /// <value>Default: 0, from the first event on.</value>
    public long After { get; init; }

    /// <summary>Only events up to this position, it included.</summary>
    /// <value>Default: no bound.</value>
    public long UpTo { get; init; } = long.MaxValue;

    /// <summary>Only events of streams of these categories.</summary>
    /// <value>Default: none, which means all.</value>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Only events of these types.</summary>
    /// <value>Default: none, which means all.</value>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only events that meet one of these criteria.</summary>
    /// <value>Default: none, which means all.</value>
    public IReadOnlyList<TagCriterion> Criteria { get; init; } = [];

    /// <summary>The order.</summary>
    /// <value>Default: the oldest first.</value>
    public ReadDirection Direction { get; init; }

    /// <summary>Whether events of archived streams are read too.</summary>
    /// <value>Default: no.</value>
    public bool IncludeArchived { get; init; }
}
