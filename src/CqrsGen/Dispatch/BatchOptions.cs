namespace CqrsGen;

/// <summary>How a batch runs. Immutable.</summary>
public sealed record BatchOptions
{
    /// <summary>What to do when a message fails.</summary>
    /// <value>Default: <see cref="BatchFailure.Stop"/>.</value>
    public BatchFailure OnFailure { get; init; } = BatchFailure.Stop;

    /// <summary>
    /// How many messages run at once. 1 runs them in order in the current scope; more gives each message a scope of
    /// its own, and is for independent messages.
    /// </summary>
    /// <value>Default: 1.</value>
    public int DegreeOfParallelism { get; init; } = 1;
}
