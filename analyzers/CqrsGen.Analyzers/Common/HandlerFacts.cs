using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>What rules ask of handlers.</summary>
internal static class HandlerFacts
{
    /// <summary>The <c>[Handler]</c> of a class or method; null when it has none.</summary>
    public static AttributeData? AttributeOf(ISymbol symbol) => AttributeFacts.Find(symbol, "HandlerAttribute");

    /// <summary>Whether a class or method is marked <c>[Handler]</c>.</summary>
    public static bool IsMarked(ISymbol symbol) => AttributeOf(symbol) is not null;

    /// <summary>What a class handles by the handler interfaces that it has; nothing when it is left out.</summary>
    public static IEnumerable<HandlerEntry> HandledBy(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            yield break;
        }

        foreach (var candidate in type.AllInterfaces)
        {
            if (HandlerRules.IsHandlerInterface(candidate, out var kind, out var message, out var result))
            {
                yield return new HandlerEntry(type, kind, message, result);
            }
        }
    }

    /// <summary>Whether a class has a handler interface.</summary>
    public static bool HasHandlerInterface(INamedTypeSymbol type)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (HandlerRules.IsHandlerInterface(candidate, out _, out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
