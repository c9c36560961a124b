using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CqrsGen.CodeFixes.Common;

/// <summary>
/// Applies the same fix to every diagnostic of a document, project or solution. Edits go to one editor per document,
/// so fixes that touch the same declaration add up instead of being dropped as conflicts.
/// </summary>
internal sealed class FixAll : FixAllProvider
{
    public static FixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var fixer = (CqrsFixer)fixAllContext.CodeFixProvider;
        var cancellationToken = fixAllContext.CancellationToken;
        var fixes = new List<Fix>();
        bool isDone = true;
        foreach (var document in DocumentsOf(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            isDone &= diagnostics.IsEmpty;
            foreach (var diagnostic in diagnostics.OrderBy(static found => found.Location.SourceSpan.Start))
            {
                var found = await fixer.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
                var same = found.FirstOrDefault(fix => fix.Key == fixAllContext.CodeActionEquivalenceKey);
                if (same is not null)
                {
                    fixes.Add(same);
                }
            }
        }

        if (isDone)
        {
            // dotnet format asks once for each project of a solution, though the first time mended all of them, and
            // calls it an error when there is nothing.
            return CodeAction.Create(
                "Nothing is left",
                _ => Task.FromResult(fixAllContext.Solution),
                fixAllContext.CodeActionEquivalenceKey);
        }

        return fixes.Count == 0
            ? null
            : CodeAction.Create(
                fixes[0].Title,
                token => CqrsFixer.ApplyAsync(fixAllContext.Solution, fixes, token),
                fixAllContext.CodeActionEquivalenceKey);
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    private static ImmutableArray<Document> DocumentsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document when context.Document is { } document => [document],
        FixAllScope.Project => [.. context.Project.Documents],
        FixAllScope.Solution => [.. context.Solution.Projects
            .Where(static project => project.Language == LanguageNames.CSharp)
            .SelectMany(static project => project.Documents)],
        _ => [],
    };
}
