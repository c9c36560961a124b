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

        var around = MiddlewareProblems.AroundsOf(type) is { Count: > 0 } arounds ? arounds[0] : null;
        var dependencies = DependencyParser.ParseConstructor(
            type, semantics, cancellationToken, out bool isPlain, out var notices);
        if (dependencies.Any(static dependency => dependency.IsUnresolved))
        {
            return null; // The compiler says so itself.
        }

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
            Notices = Notices.Of([notices, .. NoticesOf(type, isAround: around is not null)]),
            Hooks = around is null ? HookParser.Parse(type) : default,
            TypeParameters = type.TypeParameters.Select(TypePattern.Parameter).ToEquatableArray(),
            MessagePattern = around is null ? null : TypePattern.Of(around.TypeArguments[0]),
            ResultPattern = around is null ? null : TypePattern.Of(around.TypeArguments[1]),
            Omission = MiddlewareProblems.Of(type, canBeMade: isPlain) is { } problem
                ? new("CQG3003", problem.Text)
                : null,
        };
    }

    /// <summary>What code must be prepared for that names a middleware and calls it.</summary>
    private static IEnumerable<Notices> NoticesOf(INamedTypeSymbol type, bool isAround)
    {
        yield return Notices.Of(type);
        if (isAround)
        {
            yield return Notices.OfMethods(type, "InvokeAsync");
            yield break;
        }

        foreach (var hook in HookRules.MethodsOf(type))
        {
            yield return Notices.OfMember(hook);
            if (hook.ReturnType is INamedTypeSymbol returned) // Perhaps a state, of which pipelines keep a local.
            {
                yield return Notices.Of(returned);
            }
        }
    }
}
