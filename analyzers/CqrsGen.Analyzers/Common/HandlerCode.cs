using System.Collections.Concurrent;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Which code belongs to handlers and middleware: every member of such a class, and every method that is marked
/// <c>[Handler]</c>. Each member is looked at once. Safe for concurrent use.
/// </summary>
internal sealed class HandlerCode
{
    private readonly ConcurrentDictionary<ISymbol, bool> _members = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member, or a function inside it, is code of a handler or middleware.</summary>
    public bool Contains(ISymbol symbol)
    {
        var member = symbol;
        while (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            member = member.ContainingSymbol;
        }

        return _members.GetOrAdd(member, IsHandlerCode);
    }

    /// <summary>Whether a class is a handler, or a middleware.</summary>
    public bool ContainsType(INamedTypeSymbol type) => _members.GetOrAdd(type, static symbol =>
    {
        var type = (INamedTypeSymbol)symbol;
        return type.TypeKind == TypeKind.Class
            && (HandlerFacts.HasHandlerInterface(type)
                || HandlerFacts.IsMarked(type)
                || MiddlewareFacts.AttributeOf(type) is not null
                || MiddlewareFacts.AroundOf(type) is not null)
            && !DiscoveryRules.IsLeftOut(type, CancellationToken.None);
    });

    private bool IsHandlerCode(ISymbol member) =>
        (member.ContainingType is { } type && ContainsType(type))
        || (member is IMethodSymbol && HandlerFacts.IsMarked(member));
}
