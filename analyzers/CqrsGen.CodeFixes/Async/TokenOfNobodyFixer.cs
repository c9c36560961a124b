using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Async;

/// <summary>CQG7004: passes the caller's token in place of one that nobody cancels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TokenOfNobodyFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TokenOfNobody];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var argument = await document.FindAsync<ArgumentSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (argument is null || semantics is null
            || argument.Expression.Span != diagnostic.Location.SourceSpan
            || semantics.GetOperation(argument, cancellationToken) is not IArgumentOperation passed
            || TokenOfNobodyAnalyzer.TokenFor(passed) is not { } token
            || !semantics.Means(argument.SpanStart, token))
        {
            return [];
        }

        return
        [
            new("PassToken", $"Pass '{token.Name}'", argument.TargetOf(), async (editor, cancellation) =>
                Edits.Replace(
                    await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false),
                    argument.Expression,
                    current => SyntaxFactory.IdentifierName(token.Name).WithTriviaFrom(current))),
        ];
    }
}
