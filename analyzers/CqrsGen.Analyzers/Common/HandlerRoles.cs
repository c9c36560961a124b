using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>Which messages a piece of handler code works for.</summary>
internal static class HandlerRoles
{
    /// <summary>
    /// What a member handles: what its interface or mark says, else what its class handles when that is one message
    /// alone. Empty for other code, and where it is not certain.
    /// </summary>
    /// <param name="symbol">A member, or a function inside it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static ImmutableArray<HandlerEntry> Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var member = MemberOf(symbol);
        if (member is IMethodSymbol { Parameters.IsEmpty: false } method && HandlerFacts.IsMarked(method))
        {
            var message = method.Parameters[0].Type;
            return [new HandlerEntry(method, MessageFacts.KindOf(message), message, null)];
        }

        if (member.ContainingType is not { TypeKind: TypeKind.Class } type)
        {
            return [];
        }

        var handled = HandlerFacts.HandledBy(type, cancellationToken).ToImmutableArray();
        return handled.Length < 2
            ? handled
            : [.. handled.Where(entry => Implements(member, type, entry.Message))];
    }

    /// <summary>The message that a method itself handles, by its mark or its interface; null for others.</summary>
    public static ITypeSymbol? Handles(IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty || method.ContainingType is not { } type)
        {
            return null;
        }

        return HandlerFacts.IsMarked(method) || (type.TypeKind == TypeKind.Class && type.AllInterfaces.Any(candidate =>
            HandlerRules.IsHandlerInterface(candidate, out _, out _, out _)
            && candidate.GetMembers().Any(asked => SymbolEqualityComparer.Default.Equals(
                type.FindImplementationForInterfaceMember(asked), method))))
            ? method.Parameters[0].Type
            : null;
    }

    /// <summary>The member in which a local function or lambda stands.</summary>
    public static ISymbol MemberOf(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    private static bool Implements(ISymbol member, INamedTypeSymbol type, ITypeSymbol message) =>
        type.AllInterfaces.Any(candidate =>
            HandlerRules.IsHandlerInterface(candidate, out _, out var handled, out _)
            && SymbolEqualityComparer.Default.Equals(handled, message)
            && candidate.GetMembers().Any(asked =>
                SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(asked), member)));
}
