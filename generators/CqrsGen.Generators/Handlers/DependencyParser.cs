using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>Reads what a constructor or method wants from the container.</summary>
internal static class DependencyParser
{
    /// <summary>
    /// The parameters of the constructor that makes an instance, and what calling it must be prepared for.
    /// </summary>
    public static EquatableArray<DependencyModel> ParseConstructor(
        INamedTypeSymbol type,
        SemanticModel semantics,
        CancellationToken cancellationToken,
        out bool isPlain,
        out Notices notices)
    {
        var cache = CompilationCache.Of(semantics.Compilation);
        if (ConstructorSyntax.TryFind(type, cancellationToken, out var syntax)
            && TryParse(syntax, semantics, cache, cancellationToken) is { } plain)
        {
            isPlain = true;
            notices = Notices.None;
            return plain;
        }

        isPlain = false;
        var constructor = HandlerConstructors.Of(type, out _);
        notices = constructor is null ? Notices.None : Notices.OfMember(constructor);
        return constructor?.Parameters.Select(parameter => Parse(parameter, cache)).ToEquatableArray() ?? default;
    }

    public static DependencyModel Parse(IParameterSymbol parameter, CompilationCache cache) => Create(
        parameter.Name,
        parameter.Type,
        KeyOf(parameter),
        parameter.HasExplicitDefaultValue,
        parameter.HasExplicitDefaultValue || parameter.Type.NullableAnnotation == NullableAnnotation.Annotated,
        cache);

    /// <summary>
    /// Reads plain parameters by binding their types alone; null where one is not so plain after all.
    /// </summary>
    private static EquatableArray<DependencyModel>? TryParse(
        SeparatedSyntaxList<ParameterSyntax> parameters,
        SemanticModel semantics,
        CompilationCache cache,
        CancellationToken cancellationToken)
    {
        if (parameters.Count == 0)
        {
            return default(EquatableArray<DependencyModel>);
        }

        var model = semantics.SyntaxTree == parameters[0].SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(parameters[0].SyntaxTree);
        var dependencies = new DependencyModel[parameters.Count];
        for (int index = 0; index < dependencies.Length; index++)
        {
            if (model.GetTypeInfo(parameters[index].Type!, cancellationToken).Type is not INamedTypeSymbol type
                || type.TypeKind == TypeKind.Error
                || type.IsValueType || type.SpecialType == SpecialType.System_String)
            {
                return null;
            }

            dependencies[index] = Create(
                parameters[index].Identifier.ValueText, type, key: null, hasDefault: false, isOptional: false, cache);
        }

        return new(dependencies);
    }

    private static DependencyModel Create(
        string name, ITypeSymbol type, string? key, bool hasDefault, bool isOptional, CompilationCache cache)
    {
        var kind = KindOf(type, key, hasDefault);
        var service = kind == DependencyKind.Enumerable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return new DependencyModel
        {
            Parameter = Names.Escape(name),
            Type = cache.Key(service),
            Kind = kind,
            Key = key,
            IsOptional = isOptional,
            IsSingleton = kind is DependencyKind.Default || (kind is DependencyKind.Service && cache.IsSingleton(type)),
            IsUnresolved = UnresolvedTypes.IsIn(type),
            Notices = cache.NoticesOf(service),
            IsPublic = type.IsVisibleOutside(),
        };
    }

    private static DependencyKind KindOf(ITypeSymbol service, string? key, bool hasDefault)
    {
        if (service is not INamedTypeSymbol type)
        {
            return DependencyKind.Service;
        }

        if (MessageRules.IsOurs(type)
            && type.Name is "Dispatcher" or "IDispatcher" or "ICommandBus" or "IQueryBus" or "IEventBus")
        {
            return MessageRules.IsOurs(type) ? DependencyKind.Dispatcher : DependencyKind.Service;
        }

        if (type is
            {
                Name: "IServiceProvider",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
            })
        {
            return DependencyKind.Provider;
        }

        if (hasDefault && (type.IsValueType || type.SpecialType == SpecialType.System_String))
        {
            return DependencyKind.Default;
        }

        bool isEnumerable = type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
        return key is null && isEnumerable ? DependencyKind.Enumerable : DependencyKind.Service;
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
