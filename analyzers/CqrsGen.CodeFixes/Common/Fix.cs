using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace CqrsGen.CodeFixes.Common;

/// <summary>One way to mend one diagnostic.</summary>
/// <param name="Key">What "fix all" repeats: the same for the same way to mend another diagnostic of the rule.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Target">What is changed. Two diagnostics with one target are mended once.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record Fix(
    string Key, string Title, string Target, Func<SolutionEditor, CancellationToken, Task> Apply)
{
    /// <summary>Changes what an editor of documents cannot, after all of those; null when nothing.</summary>
    public Func<Solution, CancellationToken, Task<Solution>>? Finish { get; init; }
}
