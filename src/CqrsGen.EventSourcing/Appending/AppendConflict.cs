namespace CqrsGen.EventSourcing;

/// <summary>Why nothing was appended.</summary>
public abstract record AppendConflict
{
    private AppendConflict()
    {
    }

    /// <summary>What happened and what to do about it.</summary>
    public abstract string Description { get; }

    /// <summary>Whether to read again and to decide anew may help.</summary>
    public virtual bool IsRetryable => true;

    /// <summary>A stream is not at the version that was expected.</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Expected">What was expected.</param>
    /// <param name="Actual">The version that it has.</param>
    public sealed record Version(StreamName Stream, ExpectedVersion Expected, long Actual) : AppendConflict
    {
        /// <inheritdoc/>
        public override string Description =>
            $"The stream {Stream} has version {Actual}, but {Expected} was expected. Somebody else has appended to " +
            "it: read it again and decide anew.";
    }

    /// <summary>A stream is archived or deleted.</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="State">What it is.</param>
    public sealed record Closed(StreamName Stream, StreamState State) : AppendConflict
    {
        /// <inheritdoc/>
        public override string Description =>
            $"The stream {Stream} is {(State == StreamState.Deleted ? "deleted" : "archived")}; nothing can be " +
            "appended to it. Use a new stream.";

        /// <inheritdoc/>
        public override bool IsRetryable => false;
    }

    /// <summary>An event that matters to the decision was appended meanwhile.</summary>
    /// <param name="Broken">The condition that does not hold.</param>
    /// <param name="Position">The position of an event that breaks it.</param>
    public sealed record Condition(AppendCondition Broken, long Position) : AppendConflict
    {
        /// <inheritdoc/>
        public override string Description =>
            $"The event at position {Position} matters to the decision, which has seen the events up to position " +
            $"{Broken.After}: read again and decide anew.";
    }
}
