using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Marks the field or property that is written as one that only remembers what was computed.</summary>
internal static class MemoMark
{
    public static async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // The last hop is the write, which may stand in another file.
        int hops = diagnostic.AdditionalLocations.Count;
        var write = hops == 0 ? diagnostic.Location : diagnostic.AdditionalLocations[hops - 1];
        if (document.Project.Solution.GetDocument(write.SourceTree) is not { } written
            || await written.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await written.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } semantics
            || root.FindNode(write.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax name
            || semantics.GetSymbolInfo(FirstOf(name), cancellationToken).Symbol is not { } member
            || await DeclarationOf(member, cancellationToken).ConfigureAwait(false) is not { } declaration
            || document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } declared)
        {
            return [];
        }

        return
        [
            new("MarkMemo", $"Mark '{member.Name}' as [MemoField]", declaration.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(declared.Id, token).ConfigureAwait(false);
                var attribute = SyntaxFactory.ParseName("global::CqrsGen.MemoField")
                    .WithAdditionalAnnotations(Simplifier.Annotation);
                var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(attribute)]);
                Edits.Replace(edits, declaration, current =>
                    (MemberDeclarationSyntax)edits.Generator.InsertAttributes(current, 0, list));
            }),
        ];
    }

    /// <summary>What a chain of members begins with: <c>_lines</c> of <c>this._lines.First.Add</c>.</summary>
    private static ExpressionSyntax FirstOf(ExpressionSyntax name)
    {
        var first = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (true)
        {
            switch (first)
            {
                case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } inner:
                    first = inner.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    first = element.Expression;
                    break;
                default:
                    return first;
            }
        }
    }

    private static async Task<MemberDeclarationSyntax?> DeclarationOf(
        ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is { } syntax
        && syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration
            and (PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 })
            ? declaration
            : null;
}
