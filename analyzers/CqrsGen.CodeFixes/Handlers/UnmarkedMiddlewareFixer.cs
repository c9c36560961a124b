using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>CQG3023: marks a class as middleware.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnmarkedMiddlewareFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedMiddleware];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        return type is null ? [] : [Edits.AttributeFix(document, type, "Middleware")];
    }
}
