using System.Collections.Immutable;
using System.Composition;
using CqrsGen.Analyzers;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CqrsGen.CodeFixes.Messages;

/// <summary>
/// CQG4003: makes a record of a class that says nothing about equality itself, and seals what nobody derives from.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MessageNotRecordFixer : CqrsFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MessageNotRecord];

    internal override async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = await document.FindTypeAsync(diagnostic, cancellationToken).ConfigureAwait(false);
        if (type is null)
        {
            return [];
        }

        var (symbol, _) =
            await document.GetSymbolAsync<INamedTypeSymbol>(type, cancellationToken).ConfigureAwait(false);
        if (symbol is null || IsWrittenInParts(symbol, type) || !CanBeSealed(symbol)
            || await IsDerivedFromAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        if (symbol.IsRecord)
        {
            return [Change("Seal", $"Seal '{symbol.Name}'", document, type)];
        }

        string title = symbol.IsValueType ? "a record struct" : symbol.IsSealed ? "a record" : "a sealed record";
        return CanBeRecord(symbol, type)
            ? [Change("MakeRecord", $"Make '{symbol.Name}' {title}", document, type)]
            : [];
    }

    private static Fix Change(string key, string title, Document document, TypeDeclarationSyntax type) =>
        new(key, title, type.TargetOf(), async (editor, token) =>
        {
            var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
            edits.ReplaceNode(type, static (current, _) => Convert((TypeDeclarationSyntax)current));
        });

    private static TypeDeclarationSyntax Convert(TypeDeclarationSyntax type) => type switch
    {
        StructDeclarationSyntax => RecordOf(type, SyntaxKind.RecordStructDeclaration)
            .WithClassOrStructKeyword(SyntaxFactory.Token(SyntaxKind.StructKeyword)
                .WithTrailingTrivia(type.Keyword.TrailingTrivia)),
        ClassDeclarationSyntax => Edits.Seal(RecordOf(type, SyntaxKind.RecordDeclaration)),
        _ => Edits.Seal(type),
    };

    private static RecordDeclarationSyntax RecordOf(TypeDeclarationSyntax type, SyntaxKind kind)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.RecordKeyword).WithLeadingTrivia(type.Keyword.LeadingTrivia);
        return SyntaxFactory.RecordDeclaration(
            kind,
            type.AttributeLists,
            type.Modifiers,
            kind == SyntaxKind.RecordDeclaration
                ? keyword.WithTrailingTrivia(type.Keyword.TrailingTrivia)
                : keyword.WithTrailingTrivia(SyntaxFactory.Space),
            default,
            type.Identifier,
            type.TypeParameterList,
            type.ParameterList,
            type.BaseList,
            type.ConstraintClauses,
            type.OpenBraceToken,
            type.Members,
            type.CloseBraceToken,
            type.SemicolonToken);
    }

    /// <summary>Whether there is another part that somebody wrote: all would have to change.</summary>
    private static bool IsWrittenInParts(INamedTypeSymbol symbol, TypeDeclarationSyntax type) =>
        symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree.FilePath == type.SyntaxTree.FilePath
                ? reference.Span != type.Span
                : !Analyzers.Common.Locations.IsGenerated(reference.SyntaxTree));

    /// <summary>A sealed type has no virtual members, and protected ones have no meaning in it.</summary>
    private static bool CanBeSealed(INamedTypeSymbol symbol) =>
        symbol.IsSealed || symbol.GetMembers().All(static member => member.IsImplicitlyDeclared
            || (!member.IsVirtual && !member.IsAbstract && (member.IsOverride
                || member.DeclaredAccessibility is not (Accessibility.Protected or Accessibility.ProtectedOrInternal
                    or Accessibility.ProtectedAndInternal))));

    /// <summary>
    /// Whether the compiler's members would not meet any of the type's own, and its parameters stay what they are.
    /// </summary>
    private static bool CanBeRecord(INamedTypeSymbol symbol, TypeDeclarationSyntax type) =>
        symbol.BaseType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        && !symbol.IsRefLikeType
        && !symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute")
        && type.ParameterList is null or { Parameters.Count: 0 }
        && symbol.GetMembers().All(static member => CanBeCompared(member)
            && (member.IsImplicitlyDeclared || SimpleNameOf(member)
                is not ("Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "EqualityContract" or "Clone"
                    or "op_Equality" or "op_Inequality")));

    /// <summary>A record compares all its fields, and no comparer takes a pointer.</summary>
    private static bool CanBeCompared(ISymbol member) => member is not IFieldSymbol
    {
        IsStatic: false,
        Type: { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true },
    };

    /// <summary>Without the interface that a member names when it implements it.</summary>
    private static string SimpleNameOf(ISymbol member) =>
        member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    private static async Task<bool> IsDerivedFromAsync(
        INamedTypeSymbol symbol, Solution solution, CancellationToken cancellationToken) =>
        !symbol.IsSealed
        && (await SymbolFinder.FindDerivedClassesAsync(symbol, solution, cancellationToken: cancellationToken)
            .ConfigureAwait(false)).Any();
}
