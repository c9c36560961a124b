using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>CQG3009: awaits the dispatch, in functions that are async already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnawaitedDispatchFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnawaitedDispatch];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (call, operation) = await document.FindCallAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        var statement = call?.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (call is null || operation is null || statement is null
            || operation.TargetMethod.Name == "StreamAsync"
            || !Awaiting.IsAllowedAt(call, operation.SemanticModel!, cancellationToken))
        {
            return [];
        }

        return
        [
            new("Await", "Await it", statement.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                Edits.Replace(edits, statement.Expression, static current => Awaiting.Await(
                    current is AssignmentExpressionSyntax assignment ? assignment.Right : current, current));
            }),
        ];
    }
}
