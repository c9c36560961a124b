namespace CqrsGen;

/// <summary>What <see cref="Result"/> and <see cref="Result{T}"/> share.</summary>
internal static class Results
{
    /// <summary>The error of a result that nobody assigned.</summary>
    public static Error Unassigned { get; } = Error.Unexpected(
        "result_unassigned",
        "The result was never assigned. Return a value, Result.Success or an Error instead of default.");
}
