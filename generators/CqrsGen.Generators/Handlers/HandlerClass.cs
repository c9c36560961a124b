using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>What the handlings of one class share: how it is made, how long it lives, its options.</summary>
/// <remarks>Its notices are those of the constructor.</remarks>
internal sealed record HandlerClass(
    EquatableArray<DependencyModel> Dependencies,
    bool IsSingleton,
    int Order,
    EquatableArray<string> Uses,
    bool IsLeftToDerived,
    string? Problem,
    Notices Notices)
{
    /// <summary>The class of a static method, of which no instance is made.</summary>
    public static HandlerClass OfStatic { get; } =
        new(default, IsSingleton: true, 0, default, IsLeftToDerived: false, null, Notices.None);

    public static HandlerClass Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var attribute = AttributeFinder.Find(
            type, SyntaxRules.IsHandler, isSure: type.IsAbstract, semantics, cancellationToken);
        if (type.IsAbstract && attribute is null)
        {
            return new(default, false, 0, default, IsLeftToDerived: true, null, Notices.None);
        }

        bool isPlain = false;
        var notices = Notices.None;
        var dependencies = type.IsStatic || type.IsAbstract
            ? default
            : DependencyParser.ParseConstructor(type, semantics, cancellationToken, out isPlain, out notices);
        int lifetime = Constant(attribute, "Lifetime", semantics, cancellationToken);
        return new(
            dependencies,
            lifetime == 1 || (lifetime == 0 && dependencies.All(static dependency => dependency.IsSingleton)),
            Constant(attribute, "Order", semantics, cancellationToken),
            UseReader.Read(type, semantics, cancellationToken),
            IsLeftToDerived: false,
            HandlerProblems.OfClass(type, isMarked: attribute is not null, isPlain)?.Text,
            notices);
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
}
