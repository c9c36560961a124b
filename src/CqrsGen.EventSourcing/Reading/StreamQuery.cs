namespace CqrsGen.EventSourcing;

/// <summary>Events of one stream. The bounds hold in both directions.</summary>
/// <param name="Stream">The stream.</param>
public sealed record StreamQuery(StreamName Stream)
{
    /// <summary>The first version to read.</summary>
    /// <value>Default: 1.</value>
    public long FromVersion { get; init; } = 1;

    /// <summary>The last version to read.</summary>
    /// <value>Default: no bound.</value>
    public long ToVersion { get; init; } = long.MaxValue;

    /// <summary>The order.</summary>
    /// <value>Default: the oldest first.</value>
    public ReadDirection Direction { get; init; }

    /// <summary>Whether an archived stream is read too.</summary>
    /// <value>Default: no; it reads as if it had no events.</value>
    public bool IncludeArchived { get; init; }
}
