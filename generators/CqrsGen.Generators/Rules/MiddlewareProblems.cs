using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// What makes a middleware one that no pipeline can hold. The generator leaves it out, the analyzers report it; both
/// ask here.
/// </summary>
internal static class MiddlewareProblems
{
    /// <summary>What is wrong with a class that is marked <c>[Middleware]</c>; null when nothing is.</summary>
    /// <param name="type">The class.</param>
    /// <param name="canBeMade">Whether its constructor is known to be in order; asking for it is dear.</param>
    public static HandlerProblem? Of(INamedTypeSymbol type, bool canBeMade = false)
    {
        var problem = OfForm(type);
        return problem is not null
            ? problem with { Text = $"{type.ToDisplayString()} {problem.Text}" }
            : canBeMade ? null : HandlerConstructors.ProblemOf(type);
    }

    /// <summary>The interfaces by which a class stands around handlers.</summary>
    public static IReadOnlyList<INamedTypeSymbol> AroundsOf(INamedTypeSymbol type) => type.AllInterfaces
        .Where(static candidate =>
            candidate is { Name: "IMiddleware" or "IStreamMiddleware", Arity: 2 } && MessageRules.IsOurs(candidate))
        .ToList();

    private static HandlerProblem? OfForm(INamedTypeSymbol type)
    {
        var arounds = AroundsOf(type);
        var around = arounds.Count > 0 ? arounds[0] : null;
        var hooks = around is null ? HookProblems.Of(type) : null;
        return type switch
        {
            { IsAbstract: true } or { IsStatic: true } =>
                Problem("is abstract or static. Middleware is a class that can be made."),
            { ContainingType.IsGenericType: true } => Problem("is nested in a generic type. Move it out."),
            { Arity: > 0 } when around is null => Problem(
                "is generic. Make the hook methods generic instead: void Before<TMessage>(TMessage message)."),
            _ when !VisibilityRules.IsNameable(type) =>
                Problem("is private or file-local. Make it internal or public."),
            _ when around is null && hooks is null && !HookRules.MethodsOf(type).Any() => Problem(
                "has no public Before, After, Failed or Finally and implements " +
                "neither IMiddleware nor IStreamMiddleware. Add one."),
            _ when around is not null && !BindsParameters(type, around) => Problem(
                "has type parameters that its interface does not use. Use them as the message and the result."),
            _ when arounds.Count > 1 =>
                Problem("implements several middleware interfaces. Write one class for each."),
            _ when around is not null && HookRules.MethodsOf(type).FirstOrDefault() is { } hook => Problem(
                $"stands around the handler and has the hook {hook.Name}, which would not run. " +
                "Write one class for each, or rename the method.",
                hook),
            _ => hooks,
        };
    }

    private static bool BindsParameters(INamedTypeSymbol type, INamedTypeSymbol around) =>
        type.TypeParameters.All(parameter => around.TypeArguments.Any(argument =>
            SymbolEqualityComparer.Default.Equals(argument, parameter)));

    private static HandlerProblem Problem(string text, ISymbol? at = null) =>
        new(HandlerProblemKind.Other, text, at);
}
