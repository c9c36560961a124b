using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CqrsGen.CodeFixes.Common;

/// <summary>Puts <c>await</c> before expressions.</summary>
internal static class Awaiting
{
    /// <summary>Whether a node stands in an async function, and not where even there nothing may be awaited.</summary>
    public static bool IsAllowedAt(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetEnclosingSymbol(node.SpanStart, cancellationToken) is not IMethodSymbol { IsAsync: true })
        {
            return false;
        }

        if (RefLives.Across(node, semantics, cancellationToken))
        {
            return false;
        }

        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            if (current is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax
                or CatchFilterClauseSyntax or QueryExpressionSyntax or ConditionalAccessExpressionSyntax)
            {
                return false;
            }

            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                or MemberDeclarationSyntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Awaits an expression in the place of another; in parentheses where the place asks for them.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax task, ExpressionSyntax replaced)
    {
        var awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            task.WithoutLeadingTrivia().WithoutTrailingTrivia());
        return replaced.Parent is ExpressionStatementSyntax
            ? awaited.WithTriviaFrom(replaced)
            : SyntaxFactory.ParenthesizedExpression(awaited)
                .WithTriviaFrom(replaced)
                .WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
