using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>CQG3016: adds the attribute, or the interface that the only handler asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IncompleteMessageFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IncompleteMessage];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (type is null)
        {
            return [];
        }

        var (symbol, compilation) =
            await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false);
        if (symbol is null || compilation is null || KnownSymbols.Of(compilation) is not { } known
            || IncompleteMessage.Find(symbol, known.Application, cancellationToken) is not { } incomplete)
        {
            return [];
        }

        if (incomplete.LacksAttribute)
        {
            return [Edits.AttributeFix(document, type, MessageFacts.AttributeNameOf(incomplete.Kind))];
        }

        var fixes = new List<Fix>();
        if (incomplete.MissingInterface(FullName) is { } missing)
        {
            fixes.Add(InterfaceFix(document, type, missing, incomplete.MissingInterface(SymbolNames.Short)!));
        }

        if (!incomplete.IsPartial && incomplete.Handlers == 1)
        {
            fixes.Add(Edits.PartialFix(document, type));
        }

        return fixes;
    }

    private static Fix InterfaceFix(
        Document document, TypeDeclarationSyntax type, string missing, string display) =>
        new("AddInterface", $"Implement {display}", type.TargetOf(), async (editor, cancellationToken) =>
        {
            var added = SyntaxFactory.ParseTypeName("global::CqrsGen." + missing)
                .WithAdditionalAnnotations(Simplifier.Annotation);
            Edits.AddInterface(
                await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false), type, added);
        });

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
