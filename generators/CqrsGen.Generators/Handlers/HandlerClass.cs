using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>What the handlings of one class share: how it is made, how long it lives, its options.</summary>
internal sealed record HandlerClass(
    EquatableArray<DependencyModel> Dependencies,
    bool IsSingleton,
    int Order,
    EquatableArray<string> Uses,
    bool IsLeftToDerived,
    string? Problem)
{
    /// <summary>The class of a static method, of which no instance is made.</summary>
    public static HandlerClass OfStatic(INamedTypeSymbol type) => new(
        default,
        IsSingleton: true,
        0,
        default,
        IsLeftToDerived: false,
        IsGeneric(type)
            ? $"{type.ToDisplayString()} is generic; which closed form to call is unknown. Move the method into a class that is not."
            : null);

    public static HandlerClass Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var attribute = FindAttribute(type, cancellationToken);
        if (type.IsAbstract && attribute is null)
        {
            return new(default, false, 0, default, IsLeftToDerived: true, null);
        }

        string name = type.ToDisplayString();
        string? problem = null;
        var dependencies = type.IsStatic || type.IsAbstract
            ? default
            : DependencyParser.ParseConstructor(type, CompilationCache.Of(semantics.Compilation), out problem);
        problem = type switch
        {
            { IsAbstract: true, IsStatic: false } => $"{name} is abstract and marked [Handler]. Mark the classes that derive from it.",
            { TypeKind: TypeKind.Struct } => $"{name} is a struct. A handler is a class.",
            _ when IsGeneric(type) => $"{name} is generic; which closed forms to make is unknown. Derive a closed handler per message.",
            _ when !type.IsVisibleInside() => $"{name} is private or file-local, so no generated code can make it. Make it internal or public.",
            _ when problem is not null => $"{name} {problem}",
            _ when HasRequiredMembers(type) => $"{name} has required members, which no container sets. Take them in the constructor.",
            _ => null,
        };
        int lifetime = Constant(attribute, "Lifetime", semantics, cancellationToken);
        return new(
            dependencies,
            lifetime == 1 || (lifetime == 0 && dependencies.All(static dependency => dependency.IsSingleton)),
            Constant(attribute, "Order", semantics, cancellationToken),
            UseReader.Read(type, semantics, cancellationToken),
            IsLeftToDerived: false,
            problem);
    }

    /// <summary>The constant value of a named argument; 0 when it is absent.</summary>
    internal static int Constant(
        AttributeSyntax? attribute, string name, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var argument = attribute?.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == name);
        if (argument is null)
        {
            return 0;
        }

        var model = semantics.SyntaxTree == argument.SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(argument.SyntaxTree);
        return model.GetConstantValue(argument.Expression, cancellationToken).Value as int? ?? 0;
    }

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    /// <summary>Whether making an instance would leave a required member without a value.</summary>
    internal static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member =>
                    member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return !type.InstanceConstructors.All(static constructor => constructor.GetAttributes().Any(static attribute =>
                    attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"));
            }
        }

        return false;
    }

    private static AttributeSyntax? FindAttribute(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static declaration => declaration.AttributeLists)
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute =>
                SyntaxRules.SimpleName(attribute.Name) is "Handler" or "HandlerAttribute");
}
