using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Common;

/// <summary>
/// The edits that fixes are made of. Each looks at the node as earlier edits left it, and does nothing when it is
/// already as wanted.
/// </summary>
internal static class Edits
{
    /// <summary>The fix that makes a type and every type around it partial.</summary>
    public static Fix PartialFix(Document document, TypeDeclarationSyntax type) =>
        new("MakePartial", $"Make '{type.Identifier.ValueText}' partial", type.TargetOf(), async (editor, token) =>
            MakePartial(await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false), type));

    /// <summary>The fix that adds an attribute of CqrsGen.</summary>
    public static Fix AttributeFix(Document document, TypeDeclarationSyntax type, string name) =>
        new("AddAttribute", $"Add [{name}]", type.TargetOf(), async (editor, token) =>
            AddAttribute(await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false), type, name));

    /// <summary>Makes a type and every type around it partial.</summary>
    public static void MakePartial(SyntaxEditor editor, TypeDeclarationSyntax type)
    {
        foreach (var declaration in type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            Replace(editor, declaration, static current => current.Modifiers.Any(SyntaxKind.PartialKeyword)
                ? current
                : AddModifier(current, SyntaxKind.PartialKeyword));
        }
    }

    /// <summary>A type with <c>sealed</c> before <c>partial</c>, which must be last.</summary>
    public static TypeDeclarationSyntax Seal(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.SealedKeyword))
        {
            return type;
        }

        var partial = type.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        if (partial == default)
        {
            return AddModifier(type, SyntaxKind.SealedKeyword);
        }

        var token = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTrailingTrivia(SyntaxFactory.Space)
            .WithLeadingTrivia(partial.LeadingTrivia);
        return type.WithModifiers(type.Modifiers.Replace(partial, partial.WithLeadingTrivia())
            .Insert(type.Modifiers.IndexOf(SyntaxKind.PartialKeyword), token));
    }

    /// <summary>Adds an attribute of CqrsGen on a line of its own.</summary>
    public static void AddAttribute(SyntaxEditor editor, TypeDeclarationSyntax type, string name)
    {
        var attribute = SyntaxFactory.ParseName("global::CqrsGen." + name)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(attribute)]);
        Replace(editor, type, current =>
            (TypeDeclarationSyntax)editor.Generator.InsertAttributes(current, 0, list));
    }

    /// <summary>Adds an interface at the end of the base list.</summary>
    public static void AddInterface(SyntaxEditor editor, TypeDeclarationSyntax type, TypeSyntax added) =>
        Replace(editor, type, current => current.BaseList is { } bases
            ? current.WithBaseList(bases.AddTypes(SyntaxFactory.SimpleBaseType(added)
                .WithTrailingTrivia(bases.GetTrailingTrivia())))
            : WithBaseList(current, added));

    /// <summary>Replaces a node, seen as earlier edits left it.</summary>
    public static void Replace<TNode>(SyntaxEditor editor, TNode node, Func<TNode, TNode> change)
        where TNode : SyntaxNode =>
        editor.ReplaceNode(node, (current, _) => change((TNode)current));

    private static TypeDeclarationSyntax WithBaseList(TypeDeclarationSyntax type, TypeSyntax added)
    {
        var last = type.ParameterList?.CloseParenToken ?? type.TypeParameterList?.GreaterThanToken ?? type.Identifier;
        var bases = SyntaxFactory.BaseList(
                SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
                [SyntaxFactory.SimpleBaseType(added)])
            .WithTrailingTrivia(last.TrailingTrivia);
        return type.ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.Space)).WithBaseList(bases);
    }

    private static TypeDeclarationSyntax AddModifier(TypeDeclarationSyntax type, SyntaxKind modifier)
    {
        var token = SyntaxFactory.Token(modifier).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            return type.WithModifiers(type.Modifiers.Add(token));
        }

        // Without modifiers the keyword carries the comments above the type.
        var keyword = type.Keyword;
        return type.WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers([token.WithLeadingTrivia(keyword.LeadingTrivia)])
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
