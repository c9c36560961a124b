using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>What makes a <c>[Use]</c> one that puts nothing into any pipeline.</summary>
internal static class UseProblems
{
    /// <summary>What is wrong with those of a class or struct.</summary>
    public static IEnumerable<(AttributeData Use, string Text)> Of(
        INamedTypeSymbol type, ITypeSymbol unit, CancellationToken cancellationToken)
    {
        var uses = UsesOf(type);
        if (uses.Count == 0 || DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return [];
        }

        var messages = HandlerFacts.HandledBy(type, cancellationToken).Select(static entry => entry.Message)
            .Concat(type.GetMembers().OfType<IMethodSymbol>().Where(HandlerFacts.IsMarked).Select(MessageOf))
            .ToList();
        if (MessageFacts.KindOf(type) != MessageKind.None)
        {
            messages.Add(type);
        }

        return Of(type, uses, messages, unit, type.IsAbstract && !type.IsStatic
            ? "is abstract, and its attributes are not those of the types that derive from it. Put it on those."
            : null);
    }

    /// <summary>What is wrong with those of a method.</summary>
    public static IEnumerable<(AttributeData Use, string Text)> Of(IMethodSymbol method, ITypeSymbol unit)
    {
        var uses = UsesOf(method);
        return uses.Count == 0
            ? []
            : Of(method, uses, HandlerFacts.IsMarked(method) ? [MessageOf(method)] : [], unit, null);
    }

    private static IEnumerable<(AttributeData Use, string Text)> Of(
        ISymbol symbol,
        List<(AttributeData Attribute, ITypeSymbol Middleware)> uses,
        List<ITypeSymbol?> messages,
        ITypeSymbol unit,
        string? reason)
    {
        reason ??= messages.Count == 0 ? "is neither a message nor a handler. Put it on one." : null;
        foreach (var (attribute, middleware) in uses)
        {
            string text = $"[Use<{middleware.Name}>] on {symbol.ToDisplayString()}";
            if (reason is not null)
            {
                yield return (attribute, $"{text} does nothing: that {reason}");
            }
            else if (middleware is not INamedTypeSymbol named || MiddlewareFacts.AttributeOf(named) is null)
            {
                yield return (
                    attribute,
                    $"[Use] on {symbol.ToDisplayString()} names {middleware.ToDisplayString()}, which is no " +
                    "middleware. Mark that class [Middleware].");
            }
            else if (MiddlewareProblems.Of(named.OriginalDefinition) is null
                && messages.Find(message => IsExcluded(named.OriginalDefinition, message, unit)) is { } excluded)
            {
                string what = SymbolEqualityComparer.Default.Equals(excluded, symbol) ? "it" : excluded.Name;
                yield return (
                    attribute,
                    $"{text} does nothing: the kinds or constraints of {middleware.Name} exclude {what}. Change " +
                    "them, or remove the attribute.");
            }
        }
    }

    /// <summary>
    /// Whether a middleware cannot stand around a message. Of interfaces and abstract classes nobody knows.
    /// </summary>
    private static bool IsExcluded(INamedTypeSymbol middleware, ITypeSymbol? message, ITypeSymbol unit) =>
        message is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type
        && !type.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter)
        && MessageRules.KindOf(type, out var result, out _) != MessageKind.None
        && !UnresolvedTypes.IsIn(result)
        && !MiddlewareFacts.AppliesTo(middleware, type, unit);

    private static List<(AttributeData Attribute, ITypeSymbol Middleware)> UsesOf(ISymbol symbol) =>
        [.. symbol.GetAttributes()
            .Where(static attribute => attribute.AttributeClass is { Name: "UseAttribute", Arity: 1 } use
                && MessageRules.IsOurs(use)
                && use.TypeArguments[0].TypeKind != TypeKind.Error)
            .Select(static attribute => (attribute, attribute.AttributeClass!.TypeArguments[0]))];

    private static ITypeSymbol? MessageOf(IMethodSymbol method) =>
        method.Parameters.IsEmpty ? null : method.Parameters[0].Type;
}
