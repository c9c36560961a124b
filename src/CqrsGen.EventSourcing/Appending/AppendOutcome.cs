using System.Diagnostics.CodeAnalysis;

namespace CqrsGen.EventSourcing;

/// <summary>What became of an append: its result, or the conflict for which nothing was appended.</summary>
public sealed class AppendOutcome
{
    private AppendOutcome(AppendResult? result, AppendConflict? conflict)
    {
        Result = result;
        Conflict = conflict;
    }

    /// <summary>What was appended; null when nothing was.</summary>
    public AppendResult? Result { get; }

    /// <summary>Why nothing was appended; null when something was.</summary>
    public AppendConflict? Conflict { get; }

    /// <summary>Whether the events are stored.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Conflict))]
    public bool IsAppended => Result is not null;

    /// <summary>The outcome of an append that was made.</summary>
    /// <param name="result">What was appended.</param>
    public static AppendOutcome Of(AppendResult result) =>
        new(result ?? throw new ArgumentNullException(nameof(result)), null);

    /// <summary>The outcome of an append that was not made.</summary>
    /// <param name="conflict">Why not.</param>
    public static AppendOutcome Of(AppendConflict conflict) =>
        new(null, conflict ?? throw new ArgumentNullException(nameof(conflict)));
}
