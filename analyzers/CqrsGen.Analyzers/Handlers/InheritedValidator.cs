using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>A class that is a validator by a supertype alone. Shared by the rule and its fix.</summary>
internal static class InheritedValidator
{
    /// <summary>The validator interfaces that a class inherits and does not name; none when it is found.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // A generic class is a base for validators: the classes that derive from it are looked at.
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || VisibilityRules.IsGeneric(type))
        {
            return [];
        }

        var inherited = type.AllInterfaces.Where(IsValidator).ToList();
        return inherited.Count == 0
            || DiscoveryRules.IsLeftOut(type, cancellationToken)
            || type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken)
                is TypeDeclarationSyntax declaration && SyntaxRules.IsCandidateType(declaration))
                ? []
                : inherited;
    }

    /// <summary>The supertype that brings the interface; the class itself when it names it by an alias.</summary>
    public static string SourceOf(INamedTypeSymbol type) =>
        type.BaseType is { } parent && parent.AllInterfaces.Any(IsValidator)
            ? parent.Name
            : type.Interfaces.FirstOrDefault(static one => one.AllInterfaces.Any(IsValidator))?.Name ?? type.Name;

    private static bool IsValidator(INamedTypeSymbol candidate) =>
        candidate is { Name: "IValidator", Arity: 1 } && MessageRules.IsOurs(candidate);
}
