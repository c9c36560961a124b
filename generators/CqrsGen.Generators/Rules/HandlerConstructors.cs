using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>The constructors by which generated code makes handlers, middleware and validators.</summary>
internal static class HandlerConstructors
{
    /// <summary>
    /// The constructor that makes an instance: of the accessible ones that marked
    /// <c>[ActivatorUtilitiesConstructor]</c>, as everywhere, otherwise that with the most parameters. One that it is
    /// an error to call serves only where there is no other.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <param name="isTie">Whether there are several of them.</param>
    public static IMethodSymbol? Of(INamedTypeSymbol type, out bool isTie) =>
        Of(type, withObsolete: false, out isTie) ?? Of(type, withObsolete: true, out isTie);

    private static IMethodSymbol? Of(INamedTypeSymbol type, bool withObsolete, out bool isTie)
    {
        IMethodSymbol? chosen = null;
        isTie = false;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!VisibilityRules.IsNameable(constructor.DeclaredAccessibility) || IsCopy(constructor, type)
                || (!withObsolete && IsObsolete(constructor)))
            {
                continue;
            }

            if (IsMarked(constructor))
            {
                isTie = false;
                return constructor;
            }

            if (chosen is null || constructor.Parameters.Length > chosen.Parameters.Length)
            {
                chosen = constructor;
                isTie = false;
            }
            else if (constructor.Parameters.Length == chosen.Parameters.Length)
            {
                isTie = true;
            }
        }

        return chosen;
    }

    /// <summary>Whether it is an error to call it.</summary>
    private static bool IsObsolete(IMethodSymbol constructor) => constructor.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "ObsoleteAttribute"
        && attribute.ConstructorArguments.LastOrDefault() is { Kind: TypedConstantKind.Primitive, Value: true });

    private static bool IsMarked(IMethodSymbol constructor) => constructor.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "ActivatorUtilitiesConstructorAttribute");

    /// <summary>What keeps generated code from making an instance.</summary>
    public static HandlerProblem? ProblemOf(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString();
        var constructor = Of(type, out bool isTie);
        if (constructor is null)
        {
            return Problem($"{name} has no accessible constructor. Give it a public one.");
        }

        if (isTie)
        {
            return Problem(
                $"{name} has several constructors with {constructor.Parameters.Length} parameters. Leave one.");
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (HandlerProblems.OfParameter(parameter) is { } problem)
            {
                return problem with { Text = $"the constructor of {name} {problem.Text}" };
            }

            if (!parameter.HasExplicitDefaultValue && HandlerProblems.IsValue(parameter.Type)
                && parameter.GetAttributes().IsEmpty)
            {
                return Problem($"the constructor of {name} takes {parameter.Type.ToDisplayString()} " +
                    $"'{parameter.Name}', which is no service. Take it from options or from the message.");
            }
        }

        return HasRequiredMembers(type, constructor)
            ? Problem($"{name} has required members, which no container sets. Take them in the constructor.")
            : null;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member =>
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return !constructor.GetAttributes().Any(static attribute =>
                    attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
            }
        }

        return false;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static HandlerProblem Problem(string text) => new(HandlerProblemKind.Other, text);
}
