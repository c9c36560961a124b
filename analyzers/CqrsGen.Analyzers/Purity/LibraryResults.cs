using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Where what the methods of libraries return came from, by their names.</summary>
internal static class LibraryResults
{
    private static readonly HashSet<string> s_copies = new(StringComparer.Ordinal)
    {
        "ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "ToListAsync", "ToArrayAsync",
        "ToDictionaryAsync", "ToHashSetAsync", "Clone", "Deserialize", "DeserializeAsync", "MemberwiseClone",
    };

    /// <summary>The region of a result.</summary>
    /// <param name="method">The method.</param>
    /// <param name="from">Where what it is called on came from.</param>
    public static Region Of(IMethodSymbol method, Region from) =>
        from.Kind == RegionKind.Tracked ? Entities.Yield(method)
        : s_copies.Contains(method.Name) ? Region.Fresh
        : PassesOn(method) ? from
        : Region.Unknown;

    /// <summary>Whether what it returns is, or holds, what it is called on.</summary>
    private static bool PassesOn(IMethodSymbol method)
    {
        string space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return method.Name is "ConfigureAwait" or "FromResult" or "AsTask"
            || (space == "System.Text" && method.ReturnType.Name == "StringBuilder")
            || (space.StartsWith("System.Collections", StringComparison.Ordinal)
                && !space.EndsWith("Immutable", StringComparison.Ordinal))
            || (space == "System.Linq" && method.Name is not ("Select" or "SelectMany" or "GroupBy" or "Aggregate"));
    }
}
