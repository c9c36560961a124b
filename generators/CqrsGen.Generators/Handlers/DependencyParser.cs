using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Handlers;

/// <summary>Reads what a constructor or method wants from the container.</summary>
internal static class DependencyParser
{
    /// <summary>The parameters of the constructor that makes an instance.</summary>
    public static EquatableArray<DependencyModel> ParseConstructor(
        INamedTypeSymbol type, CompilationCache cache, out string? problem)
    {
        problem = null;
        var longest = type.InstanceConstructors
            .Where(constructor => IsAccessible(constructor) && !IsCopyConstructor(constructor, type))
            .GroupBy(static constructor => constructor.Parameters.Length)
            .OrderByDescending(static group => group.Key)
            .FirstOrDefault()?
            .ToList();
        if (longest is not { Count: 1 })
        {
            problem = longest is null
                ? "has no accessible constructor. Give it a public one."
                : $"has several constructors with {longest[0].Parameters.Length} parameters. Leave one.";
            return default;
        }

        var chosen = longest[0];
        var dependencies = new List<DependencyModel>(chosen.Parameters.Length);
        foreach (var parameter in chosen.Parameters)
        {
            problem ??= ProblemOf(parameter);
            dependencies.Add(Parse(parameter, cache));
        }

        return dependencies.ToEquatableArray();
    }

    public static DependencyModel Parse(IParameterSymbol parameter, CompilationCache cache)
    {
        var type = parameter.Type;
        string? key = KeyOf(parameter);
        var kind = KindOf(parameter, key);
        var service = kind == DependencyKind.Enumerable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return new DependencyModel
        {
            Parameter = Names.Escape(parameter.Name),
            Type = service.Key(),
            Kind = kind,
            Key = key,
            IsOptional = parameter.HasExplicitDefaultValue || type.NullableAnnotation == NullableAnnotation.Annotated,
            IsSingleton = kind is DependencyKind.Default || (kind is DependencyKind.Service && cache.IsSingleton(type)),
            IsPublic = type.IsVisibleOutside(),
        };
    }

    /// <summary>Why a parameter cannot come from the container; null when it can.</summary>
    public static string? ProblemOf(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.Type.IsRefLikeType
            || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
            ? $"takes {parameter.Type.ToDisplayString()} {parameter.Name}, which no container can give. Take a service instead."
            : null;

    private static DependencyKind KindOf(IParameterSymbol parameter, string? key)
    {
        if (parameter.Type is not INamedTypeSymbol type)
        {
            return DependencyKind.Service;
        }

        if (MessageRules.IsOurs(type)
            && type.Name is "Dispatcher" or "IDispatcher" or "ICommandBus" or "IQueryBus" or "IEventBus")
        {
            return MessageRules.IsOurs(type) ? DependencyKind.Dispatcher : DependencyKind.Service;
        }

        if (type is { Name: "IServiceProvider", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return DependencyKind.Provider;
        }

        if (parameter.HasExplicitDefaultValue && (type.IsValueType || type.SpecialType == SpecialType.System_String))
        {
            return DependencyKind.Default;
        }

        return key is null && type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? DependencyKind.Enumerable
            : DependencyKind.Service;
    }

    private static string? KeyOf(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "FromKeyedServicesAttribute"
                && attribute.ConstructorArguments.Length == 1
                && !attribute.ConstructorArguments[0].IsNull)
            {
                return attribute.ConstructorArguments[0].ToCSharpString();
            }
        }

        return null;
    }

    private static bool IsAccessible(IMethodSymbol constructor) => constructor.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
