using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>
/// Finds an attribute of ours by its name. To bind one costs more than to read the rest of most declarations, so it is
/// bound only where somebody else's of the same name would matter or may stand beside it.
/// </summary>
internal static class AttributeFinder
{
    /// <summary>The attribute that a type carries on any of its parts.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isName">Whether a simple name is the attribute's.</param>
    /// <param name="isSure">Whether the attribute must be ours, also where its name alone would do.</param>
    /// <param name="semantics">A model of the compilation.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static AttributeSyntax? Find(
        INamedTypeSymbol type,
        Func<string, bool> isName,
        bool isSure,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        List<AttributeSyntax>? named = null;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration)
            {
                Collect(declaration.AttributeLists, isName, ref named);
            }
        }

        return Choose(named, isSure, semantics, cancellationToken);
    }

    /// <summary>The attribute of a method.</summary>
    public static AttributeSyntax? Find(
        MethodDeclarationSyntax method,
        Func<string, bool> isName,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        List<AttributeSyntax>? named = null;
        Collect(method.AttributeLists, isName, ref named);
        return Choose(named, isSure: false, semantics, cancellationToken);
    }

    /// <summary>Whether an attribute is another's. One that does not resolve is the compiler's to report.</summary>
    public static bool IsForeign(
        AttributeSyntax attribute, SemanticModel semantics, CancellationToken cancellationToken) =>
        TypeOf(attribute, semantics, cancellationToken) is { } type && !MessageRules.IsOurs(type);

    private static void Collect(
        SyntaxList<AttributeListSyntax> lists, Func<string, bool> isName, ref List<AttributeSyntax>? named)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (isName(SyntaxRules.SimpleName(attribute.Name)))
                {
                    (named ??= new(1)).Add(attribute);
                }
            }
        }
    }

    private static AttributeSyntax? Choose(
        List<AttributeSyntax>? named, bool isSure, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (named is null || (!isSure && named.Count == 1 && IsPlain(named[0])))
        {
            return named?[0];
        }

        AttributeSyntax? unresolved = null;
        foreach (var attribute in named)
        {
            var type = TypeOf(attribute, semantics, cancellationToken);
            if (type is null)
            {
                unresolved ??= attribute;
            }
            else if (MessageRules.IsOurs(type))
            {
                return attribute;
            }
        }

        return isSure ? null : unresolved;
    }

    /// <summary>Whether an attribute is a name and nothing else, which tells little of whose it is.</summary>
    public static bool IsPlain(AttributeSyntax attribute) =>
        attribute is { Name: IdentifierNameSyntax, ArgumentList: null or { Arguments.Count: 0 } };

    private static INamedTypeSymbol? TypeOf(
        AttributeSyntax attribute, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var model = semantics.SyntaxTree == attribute.SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(attribute.SyntaxTree);
        var symbol = model.GetSymbolInfo(attribute, cancellationToken);
        return (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault())?.ContainingType;
    }
}
