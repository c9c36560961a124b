namespace CqrsGen;

/// <summary>How one message of a batch ended.</summary>
public enum BatchItemStatus
{
    /// <summary>It was never started: the batch stopped or was cancelled before.</summary>
    NotRun,

    /// <summary>It answered.</summary>
    Succeeded,

    /// <summary>It threw, or answered with a failed <c>Result</c>.</summary>
    Failed,
}
