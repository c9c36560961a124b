using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes hooks that generated code cannot call. The texts lack their subject, the class.</summary>
internal static class HookProblems
{
    /// <summary>What is wrong with the hooks of a class; null when nothing is, or when it has none.</summary>
    public static HandlerProblem? Of(INamedTypeSymbol type)
    {
        foreach (var method in HookRules.MethodsOf(type))
        {
            if ((OfAccess(method) ?? OfReturn(method) ?? OfParameters(method)) is { } problem)
            {
                return problem;
            }
        }

        return OfBases(type) ?? OfStates(type);
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

    /// <summary>What Before returns must fit what the others take: nothing else would compile.</summary>
    private static HandlerProblem? OfStates(INamedTypeSymbol type)
    {
        var methods = HookRules.MethodsOf(type).ToList();
        var given = methods
            .Where(static method => HookRules.KindOf(method.Name) == HookKind.Before)
            .Select(HookRules.StateOf)
            .OfType<ITypeSymbol>()
            .ToList();
        var taken = methods.SelectMany(static method => method.Parameters)
            .Where(static parameter => HookRules.HasState(parameter.GetAttributes()));
        foreach (var parameter in taken)
        {
            if (given.Count == 0)
            {
                return Problem(
                    parameter,
                    "has a [State] parameter but no Before that returns [State]. Write [return: State] on Before.");
            }

            if (given.FirstOrDefault(state => !Fits(state, parameter.Type)) is { } other)
            {
                return Problem(
                    parameter,
                    $"has {Article(parameter.ContainingSymbol)} that takes [State] {Display(parameter.Type)}, " +
                    $"but Before returns {Display(other)}. Give both the same type.");
            }
        }

        return null;
    }

    private static bool IsOverridden(IMethodSymbol hook, INamedTypeSymbol type) =>
        hook.IsAbstract
        || HookRules.MethodsOf(type).Any(own => own.OverriddenMethod is not null && own.Name == hook.Name);

    /// <summary>Whether a state converts without a cast.</summary>
    private static bool Fits(ITypeSymbol state, ITypeSymbol parameter)
    {
        if (parameter.SpecialType == SpecialType.System_Object || IsSame(state, parameter))
        {
            return true;
        }

        for (var current = state; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, parameter))
            {
                return true;
            }
        }

        return state.AllInterfaces.Contains(parameter, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether two types are one. Type parameters are compared by name: hooks have their own.</summary>
    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (ITypeParameterSymbol, ITypeParameterSymbol) => one.Name == other.Name,
        (IArrayTypeSymbol first, IArrayTypeSymbol second) =>
            first.Rank == second.Rank && IsSame(first.ElementType, second.ElementType),
        (INamedTypeSymbol { Arity: > 0 } first, INamedTypeSymbol { Arity: > 0 } second) =>
            SymbolEqualityComparer.Default.Equals(first.OriginalDefinition, second.OriginalDefinition)
            && first.TypeArguments.Zip(second.TypeArguments, IsSame).All(static same => same),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };

    private static string Article(ISymbol method) => (method.Name[0] == 'A' ? "an " : "a ") + method.Name;

    private static string Display(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static HandlerProblem Problem(ISymbol at, string text) => new(HandlerProblemKind.Other, text, at);
}
