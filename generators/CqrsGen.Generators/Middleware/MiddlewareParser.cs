using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Middleware;

/// <summary>Reads a class marked <c>[Middleware]</c>.</summary>
internal static class MiddlewareParser
{
    public static MiddlewareModel? Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var attribute = AttributeFinder.Find(
            type, SyntaxRules.IsMiddleware, isSure: false, semantics, cancellationToken);
        if (attribute is null || !type.GetAttributes().Any(static bound =>
                bound.AttributeClass is { Name: "MiddlewareAttribute" } found && MessageRules.IsOurs(found)))
        {
            return null;
        }

        var arounds = type.AllInterfaces
            .Where(static candidate =>
                candidate is { Name: "IMiddleware" or "IStreamMiddleware", Arity: 2 } && MessageRules.IsOurs(candidate))
            .ToList();
        var around = arounds.FirstOrDefault();
        var dependencies = DependencyParser.ParseConstructor(type, semantics, cancellationToken, out bool isPlain);
        if (dependencies.Any(static dependency => dependency.IsUnresolved))
        {
            return null; // The compiler says so itself.
        }

        string? problem = null;
        var hooks = around is null ? HookParser.Parse(type, ref problem) : default;
        string name = type.ToDisplayString();
        problem = type switch
        {
            { IsAbstract: true } or { IsStatic: true } =>
                "is abstract or static. Middleware is a class that can be made.",
            { ContainingType.IsGenericType: true } => "is nested in a generic type. Move it out.",
            { Arity: > 0 } when around is null =>
                "is generic. Make the hook methods generic instead: void Before<TMessage>(TMessage message).",
            _ when !type.IsVisibleInside() => "is private or file-local. Make it internal or public.",
            _ when around is null && hooks.Count == 0 && problem is null =>
                "has no public Before, After, Failed or Finally and implements " +
                "neither IMiddleware nor IStreamMiddleware. Add one.",
            _ when around is not null && !BindsParameters(type, around) =>
                "has type parameters that its interface does not use. Use them as the message and the result.",
            _ when arounds.Count > 1 => "implements several middleware interfaces. Write one class for each.",
            _ when around is not null && HookParser.MethodsOf(type).FirstOrDefault() is { } hook =>
                $"stands around the handler and has the hook {hook.Name}, which would not run. " +
                "Write one class for each, or rename the method.",
            _ => problem,
        };
        int lifetime = HandlerClass.Constant(attribute, "Lifetime", semantics, cancellationToken);
        int kinds = attribute.ArgumentList?.Arguments
            .Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Kinds") == true
            ? HandlerClass.Constant(attribute, "Kinds", semantics, cancellationToken)
            : 15;
        return new MiddlewareModel
        {
            Type = type.Key(),
            Form = around switch
            {
                null => MiddlewareForm.Hooks,
                { Name: "IMiddleware" } => MiddlewareForm.Around,
                _ => MiddlewareForm.StreamAround,
            },
            Order = HandlerClass.Constant(attribute, "Order", semantics, cancellationToken),
            Kinds = kinds,
            Scope = HandlerClass.Constant(attribute, "Scope", semantics, cancellationToken),
            IsSingleton = lifetime == 1
                || (lifetime == 0 && dependencies.All(static dependency => dependency.IsSingleton)),
            IsPublic = type.IsVisibleOutside(),
            Dependencies = dependencies,
            Hooks = hooks,
            TypeParameters = type.TypeParameters.Select(TypePattern.Parameter).ToEquatableArray(),
            MessagePattern = around is null ? null : TypePattern.Of(around.TypeArguments[0]),
            ResultPattern = around is null ? null : TypePattern.Of(around.TypeArguments[1]),
            Omission = problem is not null ? new("CQG3003", $"{name} {problem}")
                : !isPlain && HandlerProblems.OfConstructor(type) is { } unmade ? new("CQG3003", unmade.Text)
                : null,
        };
    }

    private static bool BindsParameters(INamedTypeSymbol type, INamedTypeSymbol around) =>
        type.TypeParameters.All(parameter => around.TypeArguments.Any(argument =>
            SymbolEqualityComparer.Default.Equals(argument, parameter)));
}
