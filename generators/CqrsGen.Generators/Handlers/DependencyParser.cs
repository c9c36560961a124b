using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Handlers;

/// <summary>Reads what a constructor or method wants from the container.</summary>
internal static class DependencyParser
{
    /// <summary>The parameters of the constructor that makes an instance.</summary>
    public static EquatableArray<DependencyModel> ParseConstructor(INamedTypeSymbol type, CompilationCache cache) =>
        HandlerProblems.ConstructorOf(type, out _) is { } constructor
            ? constructor.Parameters.Select(parameter => Parse(parameter, cache)).ToEquatableArray()
            : default;

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
}
