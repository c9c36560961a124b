using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>CQG3024: adds the interface that a validator inherits to its own base list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InheritedValidatorFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.InheritedValidator];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (type is null
            || (await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false)).Symbol
                is not { } symbol
            || InheritedValidator.Find(symbol, cancellationToken) is not { Count: > 0 } inherited)
        {
            return [];
        }

        string title = $"Add {string.Join(" and ", inherited.Select(SymbolNames.Short))} to the base list";
        return
        [
            new("AddInterface", title, type.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                foreach (var added in inherited)
                {
                    Edits.AddInterface(edits, type, SyntaxFactory.ParseTypeName(FullName(added))
                        .WithAdditionalAnnotations(Simplifier.Annotation));
                }
            }),
        ];
    }

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
