using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Common;

/// <summary>
/// Finds the references to places, and the structs that hold them, that live on where an <c>await</c> would stand: none
/// of them can. The compiler tells most of that only when it emits, so that it must be asked here.
/// </summary>
internal static class RefLives
{
    /// <summary>Whether something is in use around a node that an <c>await</c> there would cut off.</summary>
    public static bool Across(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var function = FunctionOf(node);
        return function is not null
            && (IsBesideARef(node, semantics, cancellationToken)
                || IsInsideARef(node, function, semantics, cancellationToken)
                || semantics.LookupSymbols(node.SpanStart).OfType<ILocalSymbol>().Any(local =>
                    IsRef(local) && LivesAcross(local, node, function, semantics, cancellationToken)));
    }

    private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(static outer =>
        outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    private static bool IsRef(ILocalSymbol local) =>
        !local.IsConst && (local.RefKind != RefKind.None || local.Type.IsRefLikeType);

    /// <summary>Whether the same statement holds such a value, or writes through one, while it waits.</summary>
    private static bool IsBesideARef(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        for (var current = node; current is ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax
            or EqualsValueClauseSyntax or VariableDeclaratorSyntax or InitializerExpressionSyntax
            or InterpolatedStringContentSyntax; current = current.Parent)
        {
            if (current is InterpolatedStringExpressionSyntax text
                && semantics.GetTypeInfo(text, cancellationToken).ConvertedType?.IsRefLikeType == true)
            {
                return true; // The handler is filled while it waits.
            }

            // What a value is stored in, or given to, is there before the value.
            if (current.Parent is { } parent && parent.ChildNodes().Any(sibling => sibling != current
                && sibling.DescendantNodesAndSelf(static inner => inner is not AnonymousFunctionExpressionSyntax)
                    .OfType<ExpressionSyntax>().Any(part => IsRef(part, semantics, cancellationToken))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRef(
        ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        semantics.GetTypeInfo(expression, cancellationToken) is var type
        && (type.Type?.IsRefLikeType == true || type.ConvertedType?.IsRefLikeType == true
            || semantics.GetSymbolInfo(expression, cancellationToken).Symbol
                is IMethodSymbol { RefKind: not RefKind.None, MethodKind: not MethodKind.Constructor }
                or IPropertySymbol { RefKind: not RefKind.None }
                or ILocalSymbol { RefKind: not RefKind.None });

    /// <summary>
    /// Whether the node stands in a loop over a span, or where a struct of that kind is disposed after it.
    /// </summary>
    private static bool IsInsideARef(
        SyntaxNode node, SyntaxNode function, SemanticModel semantics, CancellationToken cancellationToken) =>
        node.Ancestors().TakeWhile(outer => outer != function).Any(outer => outer switch
        {
            CommonForEachStatementSyntax loop => loop.Statement.Span.Contains(node.Span)
                && (semantics.GetTypeInfo(loop.Expression, cancellationToken).Type?.IsRefLikeType == true
                    || semantics.GetForEachStatementInfo(loop) is
                    {
                        GetEnumeratorMethod.ReturnType.IsRefLikeType: true,
                    }),
            UsingStatementSyntax { Expression: { } held } @using => @using.Statement.Span.Contains(node.Span)
                && semantics.GetTypeInfo(held, cancellationToken).Type?.IsRefLikeType == true,
            _ => false,
        });

    /// <summary>Whether a local is there before the node and asked for after it, by the text or by a loop.</summary>
    private static bool LivesAcross(
        ILocalSymbol local,
        SyntaxNode node,
        SyntaxNode function,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } declared
            || !function.Span.Contains(declared.Span) || declared.SpanStart > node.SpanStart)
        {
            return false;
        }

        if (declared.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { UsingKeyword.RawKind: not 0 }
            || declared.Parent?.Parent is UsingStatementSyntax or ForEachStatementSyntax)
        {
            return true;
        }

        var loop = node.Ancestors().TakeWhile(outer => outer != function && !outer.Span.Contains(declared.Span))
            .LastOrDefault(static outer => outer is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or CommonForEachStatementSyntax);
        return function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == local.Name
            && (name.SpanStart > node.Span.End || loop?.Span.Contains(name.Span) == true)
            && SymbolEqualityComparer.Default.Equals(
                semantics.GetSymbolInfo(name, cancellationToken).Symbol, local));
    }
}
