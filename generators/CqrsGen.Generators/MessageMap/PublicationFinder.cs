using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.MessageMap;

/// <summary>
/// Finds the calls that publish events. It binds method bodies, so it runs only where the message map is asked for.
/// </summary>
internal static class PublicationFinder
{
    private const string Publish = "PublishAsync";

    public static EquatableArray<Publication> Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new HashSet<Publication>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var calls = tree.GetRoot(cancellationToken).DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(static call => call.Expression
                    is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Publish }
                    or MemberBindingExpressionSyntax { Name.Identifier.ValueText: Publish })
                .ToList();
            if (calls.Count == 0)
            {
                continue;
            }

            var semantics = compilation.GetSemanticModel(tree);
            foreach (var call in calls)
            {
                if (Read(call, semantics, cancellationToken) is { } publication)
                {
                    found.Add(publication);
                }
            }
        }

        return found
            .OrderBy(static publication => publication.Type, StringComparer.Ordinal)
            .ThenBy(static publication => publication.Method, StringComparer.Ordinal)
            .ThenBy(static publication => publication.Event, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static Publication? Read(
        InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (call.ArgumentList.Arguments.Count == 0
            || semantics.GetTypeInfo(call.ArgumentList.Arguments[0].Expression, cancellationToken).Type
                is not { } published
            || MessageRules.KindOf(published, out _, out _) != MessageKind.Event
            || semantics.GetEnclosingSymbol(call.SpanStart, cancellationToken) is not { } enclosing)
        {
            return null;
        }

        while (enclosing is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            enclosing = enclosing.ContainingSymbol;
        }

        return enclosing.ContainingType is { } type ? new(type.Key(), enclosing.Name, published.Key()) : null;
    }
}
