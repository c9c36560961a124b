using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes hooks that generated code cannot call. The texts lack their subject, the class.</summary>
internal static class HookProblems
{
    /// <summary>What is wrong with the hooks of a class; null when nothing is, or when it has none.</summary>
    public static HandlerProblem? Of(INamedTypeSymbol type)
    {
        var states = new HookStates(type);
        foreach (var method in HookRules.MethodsOf(type))
        {
            if ((OfAccess(method) ?? OfReturn(method) ?? states.OfUnmarked(method) ?? OfParameters(method))
                is { } problem)
            {
                return problem;
            }
        }

        return OfBases(type) ?? states.OfMarked() ?? OfOverloads(type);
    }

    /// <summary>Whether a method is one that others may call.</summary>
    public static bool IsCallable(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    private static HandlerProblem? OfAccess(IMethodSymbol method) => IsCallable(method) ? null : Problem(
        method,
        $"has {Article(method)} that is neither public nor internal, so nobody could call it. " +
        "Make it public, or give it another name.");

    private static HandlerProblem? OfReturn(IMethodSymbol method)
    {
        var kind = HookRules.KindOf(method.Name)!.Value;
        var returned = HandlerRules.ResultOf(method, MessageKind.None, out _, out _);
        return returned is null
            || HookRules.AnswerOf(kind, returned) is not null
            || (kind == HookKind.Before && HookRules.HasState(method.GetReturnTypeAttributes()))
                ? null
                : Problem(
                    method,
                    $"has {Article(method)} that returns {returned.ToDisplayString()}. " +
                    "Before may return Decision or a value marked [return: State], " +
                    "Failed may return Recovery; otherwise return nothing.");
    }

    private static HandlerProblem? OfParameters(IMethodSymbol method)
    {
        var kind = HookRules.KindOf(method.Name)!.Value;
        bool hasMessage = false;
        foreach (var parameter in method.Parameters)
        {
            if (HookRules.RoleOf(parameter, kind, hasMessage) is not { } role)
            {
                return Problem(
                    parameter,
                    $"has {Article(method)} whose parameter {parameter.Name} is nothing that a hook can receive. " +
                    "Hooks take the message, the result (After), the exception (Failed), [State], " +
                    "MessageInfo, MessageContext and CancellationToken; take services in the constructor.");
            }

            if (role == HookParameterRole.Message && !CanBeMessage(parameter.Type))
            {
                return Problem(
                    parameter,
                    $"has {Article(method)} that takes {parameter.Type.ToDisplayString()} as its message, which no " +
                    "message is, so it would never run. " +
                    (kind == HookKind.After
                        ? "The result comes second: take the message before it."
                        : "Take a message, or a type that messages have in common."));
            }

            hasMessage |= role == HookParameterRole.Message;
        }

        var returned = HandlerRules.ResultOf(method, MessageKind.None, out _, out _);
        var answered = HookRules.AnswerOf(kind, returned)?.TypeArguments[0];
        var unused = method.TypeParameters.FirstOrDefault(type =>
            !SymbolEqualityComparer.Default.Equals(answered, type)
            && !method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type)));
        return unused is null ? null : Problem(
            method,
            $"has {Article(method)} whose type parameter {unused.Name} is neither the message nor the result. " +
            "Remove it.");
    }

    private static HandlerProblem? OfBases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (HookRules.MethodsOf(current).FirstOrDefault(hook => !IsOverridden(hook, type)) is { } inherited)
            {
                return Problem(
                    type,
                    $"inherits {inherited.Name} from {current.ToDisplayString()}, " +
                    "and hooks of base classes are not called. Declare it here.");
            }
        }

        return null;
    }

    /// <summary>Of the hooks of one kind, the first that fits runs: those for a message before those for any.</summary>
    private static HandlerProblem? OfOverloads(INamedTypeSymbol type)
    {
        foreach (var group in HookRules.MethodsOf(type).GroupBy(static method => HookRules.KindOf(method.Name)))
        {
            var overloads = group.OrderBy(static method => method.TypeParameters.Length).ToList();
            for (int later = 1; later < overloads.Count; later++)
            {
                var dead = overloads[later];
                if (overloads.Take(later).FirstOrDefault(first => Covers(first, dead)) is { } first)
                {
                    return Problem(
                        dead,
                        $"has {Article(dead)} that would never run, since " +
                        $"{(first.Name == dead.Name ? "another" : "its")} {first.Name} takes all that it takes. " +
                        "Leave one of them.");
                }
            }
        }

        return null;
    }

    /// <summary>Whether a hook fits wherever another does.</summary>
    private static bool Covers(IMethodSymbol first, IMethodSymbol other)
    {
        var (message, result, answer) = TypesOf(first);
        var (otherMessage, otherResult, otherAnswer) = TypesOf(other);
        return (message is null || IsAny(message) || (otherMessage is not null && IsAlways(otherMessage, message)))
            && (result is null || IsAny(result) || IsAlike(otherResult, result))
            && (answer is null || IsAny(answer) || IsAlike(otherAnswer, answer));
    }

    /// <summary>What decides whether a hook fits: its message, its result, and the result that it may answer.</summary>
    private static (ITypeSymbol? Message, ITypeSymbol? Result, ITypeSymbol? Answer) TypesOf(IMethodSymbol method)
    {
        var kind = HookRules.KindOf(method.Name)!.Value;
        ITypeSymbol? message = null;
        ITypeSymbol? result = null;
        foreach (var parameter in method.Parameters)
        {
            switch (HookRules.RoleOf(parameter, kind, message is not null))
            {
                case HookParameterRole.Message:
                    message = parameter.Type;
                    break;
                case HookParameterRole.Result:
                    result = parameter.Type;
                    break;
            }
        }

        var returned = HandlerRules.ResultOf(method, MessageKind.None, out _, out _);
        return (message, result, HookRules.AnswerOf(kind, returned)?.TypeArguments[0]);
    }

    /// <summary>Whether every type fits: a type parameter without constraints that could exclude one.</summary>
    private static bool IsAny(ITypeSymbol type) => type is ITypeParameterSymbol
    {
        ConstraintTypes.IsEmpty: true,
        HasConstructorConstraint: false,
        HasReferenceTypeConstraint: false,
        HasUnmanagedTypeConstraint: false,
        HasValueTypeConstraint: false,
    };

    private static bool IsAlways(ITypeSymbol type, ITypeSymbol other) =>
        other.SpecialType == SpecialType.System_Object
        || (type is not ITypeParameterSymbol && other is not ITypeParameterSymbol && HookStates.Fits(type, other));

    private static bool IsAlike(ITypeSymbol? type, ITypeSymbol other) =>
        type is not (null or ITypeParameterSymbol) && SymbolEqualityComparer.Default.Equals(type, other);

    /// <summary>Whether something of the type may be a message.</summary>
    private static bool CanBeMessage(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or IDynamicTypeSymbol => true,
        _ when UnresolvedTypes.IsIn(type) => true,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } or INamedTypeSymbol { IsSealed: false } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } =>
            MessageRules.KindOf(type, out _, out bool isAmbiguous) != MessageKind.None || isAmbiguous
            || type.GetAttributes().Any(static attribute =>
                MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None),
        _ => false,
    };

    private static bool IsOverridden(IMethodSymbol hook, INamedTypeSymbol type) =>
        hook.IsAbstract
        || HookRules.MethodsOf(type).Any(own => own.OverriddenMethod is not null && own.Name == hook.Name);

    /// <summary>A hook as the texts name it.</summary>
    internal static string Article(ISymbol method) => (method.Name[0] == 'A' ? "an " : "a ") + method.Name;

    internal static HandlerProblem Problem(ISymbol at, string text) => new(HandlerProblemKind.Other, text, at);
}
