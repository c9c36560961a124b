using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace CqrsGen.CodeFixes.Common;

/// <summary>
/// What every fixer does the same way: a fix is found, and by that validated, before it is offered; it may change any
/// document; and "fix all" applies the fixes of all diagnostics to one solution.
/// </summary>
public abstract class CqrsFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await FindAsync(context.Document, diagnostic, context.CancellationToken)
                .ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, token => ApplyAsync(solution, [fix], token), fix.Key), diagnostic);
            }
        }
    }

    /// <summary>The ways to mend a diagnostic, the best first; none when the code is not as expected.</summary>
    internal abstract Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Applies fixes to a solution, each target once.</summary>
    internal static async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<Fix> fixes, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var finishing = new List<Func<Solution, CancellationToken, Task<Solution>>>();
        foreach (var fix in fixes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (done.Add(fix.Target))
            {
                await fix.Apply(editor, cancellationToken).ConfigureAwait(false);
                finishing.AddRange(fix.Finish is { } finish ? [finish] : []);
            }
        }

        var changed = editor.GetChangedSolution();
        foreach (var finish in finishing)
        {
            changed = await finish(changed, cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }
}
