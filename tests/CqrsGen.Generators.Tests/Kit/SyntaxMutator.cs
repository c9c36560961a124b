using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>
/// Changes sources in ways that mostly stay well-formed: a modifier less or more, a type for another, a member less.
/// What the generator must understand rather than survive.
/// </summary>
public sealed class SyntaxMutator(int seed)
{
    private static readonly SyntaxKind[] s_modifiers =
    [
        SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.InternalKeyword,
        SyntaxKind.PublicKeyword, SyntaxKind.FileKeyword, SyntaxKind.RefKeyword, SyntaxKind.UnsafeKeyword,
        SyntaxKind.PartialKeyword, SyntaxKind.SealedKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.VirtualKeyword,
    ];

    private readonly Random _random = new(seed);

    public string Change(string source)
    {
        int changes = _random.Next(1, 3);
        for (int change = 0; change < changes; change++)
        {
            source = ChangeOnce(source, CSharpSyntaxTree.ParseText(source).GetRoot());
        }

        return source;
    }

    private string ChangeOnce(string source, SyntaxNode root) => _random.Next(9) switch
    {
        0 => WithoutModifier(source, root),
        1 => WithModifier(source, root),
        2 => Without<AttributeListSyntax>(root),
        3 => Without<MemberDeclarationSyntax>(root, static member => member is not BaseNamespaceDeclarationSyntax),
        4 => Without<ParameterSyntax>(root),
        5 => Without<BaseTypeSyntax>(root),
        6 => WithOther<TypeSyntax>(source, root),
        7 => WithOther<ParameterSyntax>(source, root),
        _ => WithCopy(source, root),
    };

    private string WithoutModifier(string source, SyntaxNode root)
    {
        var modifiers = root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .SelectMany(static member => member.Modifiers)
            .ToList();
        return modifiers.Count == 0 ? source : Replace(source, Pick(modifiers).Span, "");
    }

    private string WithModifier(string source, SyntaxNode root)
    {
        var places = root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(static member => member is TypeDeclarationSyntax or MethodDeclarationSyntax)
            .SelectMany(static member => member.Modifiers.Take(1))
            .ToList();
        string modifier = SyntaxFacts.GetText(s_modifiers[_random.Next(s_modifiers.Length)]);
        return places.Count == 0 ? source : source.Insert(Pick(places).SpanStart, modifier + " ");
    }

    private string Without<T>(SyntaxNode root, Func<T, bool>? wanted = null)
        where T : SyntaxNode =>
        Pick(root.DescendantNodes().OfType<T>().Where(wanted ?? (static _ => true))) is { } node
            ? root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString()
            : root.ToFullString();

    private string WithOther<T>(string source, SyntaxNode root)
        where T : SyntaxNode
    {
        var nodes = root.DescendantNodes().OfType<T>().ToList();
        return nodes.Count == 0 ? source : Replace(source, Pick(nodes)!.Span, Pick(nodes)!.ToString());
    }

    /// <summary>A second handler or message: under another name, in other case, under a keyword.</summary>
    private string WithCopy(string source, SyntaxNode root)
    {
        if (Pick(root.DescendantNodes().OfType<TypeDeclarationSyntax>()) is not { } type)
        {
            return source;
        }

        string name = _random.Next(3) switch
        {
            0 => type.Identifier.Text + "2",
            1 => type.Identifier.Text.ToUpperInvariant(),
            _ => "@record",
        };
        var identifier = type.Identifier.Span;
        string copy = Replace(
            type.ToString(), new TextSpan(identifier.Start - type.SpanStart, identifier.Length), name);
        return source.Insert(type.Span.End, "\n" + copy);
    }

    private static string Replace(string source, TextSpan span, string text) =>
        source[..span.Start] + text + source[span.End..];

    private T? Pick<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? default : all[_random.Next(all.Count)];
    }
}
