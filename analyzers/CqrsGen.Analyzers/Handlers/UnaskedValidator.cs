using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>A validator of something that is no message, and that nobody asks by hand.</summary>
internal static class UnaskedValidator
{
    /// <summary>What nobody asks, and what to do; null where a class is no validator or may be asked.</summary>
    public static (string What, string Remedy)? Of(
        INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        bool isProgram = compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary;
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || (!isProgram && type.IsVisibleOutside())
            || DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return null;
        }

        var validated = type.AllInterfaces
            .Where(static candidate =>
                candidate is { Name: "IValidator", Arity: 1 } && MessageRules.IsOurs(candidate))
            .Select(static candidate => candidate.TypeArguments[0])
            .FirstOrDefault(IsNoMessage);
        return validated is null || IsUsed(type, compilation, cancellationToken)
            ? null
            : ($"nobody asks '{type.Name}', since '{validated.Name}' is no message",
                "Validate the message that holds it, or remove the validator");
    }

    /// <summary>Whether something neither is a message nor can be the base of one.</summary>
    private static bool IsNoMessage(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsSealed: true, TypeKind: TypeKind.Class or TypeKind.Struct }
        && !UnresolvedTypes.IsIn(type)
        && MessageRules.KindOf(type, out _, out bool isAmbiguous) == MessageKind.None && !isAmbiguous
        && MessageFacts.AttributeOf(type) is null;

    /// <summary>
    /// Whether code mentions the class, or validators other than as what a class implements: it may find it so.
    /// </summary>
    private static bool IsUsed(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => !Locations.IsGenerated(tree)
            && tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
                name.Identifier.ValueText == type.Name
                || (name.Identifier.ValueText == "IValidator" && !name.Ancestors().Any(static node =>
                    node is BaseListSyntax))));
}
