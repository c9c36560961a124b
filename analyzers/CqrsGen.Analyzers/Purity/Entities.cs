using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What is known of the objects that Entity Framework keeps track of.</summary>
internal static class Entities
{
    private const string Space = "Microsoft.EntityFrameworkCore";

    /// <summary>Whether an expression is a set of entities, from which queries begin.</summary>
    public static bool IsSet(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "DbSet", Arity: 1 } && type.ContainingNamespace?.ToDisplayString() == Space;

    /// <summary>What a method of LINQ, or of Entity Framework, yields from entities that are tracked.</summary>
    public static Region Yield(IMethodSymbol method) => method.Name switch
    {
        "AsNoTracking" or "AsNoTrackingWithIdentityResolution" => Region.Fresh,
        "Select" or "SelectMany" or "GroupBy" or "GroupJoin" or "Join" or "Zip" or "Aggregate" => Region.Unknown,
        _ => method.ContainingNamespace?.ToDisplayString() is "System.Linq" or Space ? Region.Tracked : Region.Unknown,
    };

    /// <summary>Whether a property is stored, so that a write of it can reach the database.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        !UnknownCalls.IsOfPlatform(property.ContainingType)
        && !property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NotMappedAttribute");
}
