using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes a method a hook, and what its parameters receive.</summary>
internal static class HookRules
{
    /// <summary>The methods of a class that are hooks by their name.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(static method => method.MethodKind == MethodKind.Ordinary && KindOf(method.Name) is not null);

    /// <summary>When a method of this name runs; null for names that say nothing.</summary>
    public static HookKind? KindOf(string name) => name switch
    {
        "Before" or "BeforeAsync" => HookKind.Before,
        "After" or "AfterAsync" => HookKind.After,
        "Failed" or "FailedAsync" => HookKind.Failed,
        "Finally" or "FinallyAsync" => HookKind.Finally,
        _ => null,
    };

    /// <summary>What a parameter receives; null when a hook cannot receive it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="kind">When the hook runs.</param>
    /// <param name="hasMessage">Whether a parameter before it receives the message.</param>
    public static HookParameterRole? RoleOf(IParameterSymbol parameter, HookKind kind, bool hasMessage)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            return null;
        }

        if (HasState(parameter.GetAttributes()))
        {
            return kind == HookKind.Before ? null : HookParameterRole.State;
        }

        var type = parameter.Type;
        switch (type.Name)
        {
            case "CancellationToken" when type.ContainingNamespace.Name == "Threading":
                return HookParameterRole.Token;
            case "MessageInfo" when MessageRules.IsOurs(type):
                return HookParameterRole.Info;
            case "MessageContext" when MessageRules.IsOurs(type):
                return HookParameterRole.Context;
            case "Exception" when type.ContainingNamespace.Name == "System":
                return kind is HookKind.Failed ? HookParameterRole.Exception : null;
        }

        return IsException(type) ? null
            : !hasMessage ? HookParameterRole.Message
            : kind == HookKind.After ? HookParameterRole.Result
            : null;
    }

    /// <summary>Whether <c>[State]</c> is among attributes.</summary>
    public static bool HasState(ImmutableArray<AttributeData> attributes) =>
        attributes.Any(static attribute =>
            attribute.AttributeClass is { Name: "StateAttribute" } type && MessageRules.IsOurs(type));

    /// <summary>
    /// The answer that a hook returns, <c>Decision</c> or <c>Recovery</c>; null when it returns none, or not where it
    /// may.
    /// </summary>
    public static INamedTypeSymbol? AnswerOf(HookKind kind, ITypeSymbol? returned) =>
        returned is INamedTypeSymbol named && MessageRules.IsOurs(named)
        && (kind, named.Name, named.Arity)
            is (HookKind.Before, "Decision", 1 or 2) or (HookKind.Failed, "Recovery", 1)
            ? named
            : null;

    /// <summary>The state that a <c>Before</c> gives to the hooks after it; null when it gives none.</summary>
    public static ITypeSymbol? StateOf(IMethodSymbol before)
    {
        var returned = HandlerRules.ResultOf(before, MessageKind.None, out _, out _);
        return AnswerOf(HookKind.Before, returned) is { Arity: 2 } decision
            ? decision.TypeArguments[1]
            : HasState(before.GetReturnTypeAttributes()) ? returned : null;
    }

    /// <summary>A kind of exception: no message, so a hook that asks for it would silently never run.</summary>
    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is
                {
                    Name: "Exception",
                    ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
                })
            {
                return true;
            }
        }

        return false;
    }
}
