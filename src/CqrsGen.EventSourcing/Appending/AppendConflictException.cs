namespace CqrsGen.EventSourcing;

/// <summary>
/// Nothing was appended, because something is not as expected. Its category is <see cref="ErrorCategory.Conflict"/>.
/// </summary>
public sealed class AppendConflictException : CqrsException
{
    /// <summary>Makes an exception of a conflict.</summary>
    /// <param name="conflict">Why nothing was appended.</param>
    public AppendConflictException(AppendConflict conflict)
        : base(ErrorOf(conflict)) => Conflict = conflict;

    /// <summary>Why nothing was appended.</summary>
    public AppendConflict Conflict { get; }

    private static Error ErrorOf(AppendConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return Error.Conflict("append.conflict", conflict.Description) with { IsRetryable = conflict.IsRetryable };
    }
}
