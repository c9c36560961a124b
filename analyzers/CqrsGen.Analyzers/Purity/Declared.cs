using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What attributes of other libraries say about a method: a client interface has no body to read.</summary>
internal static class Declared
{
    private static readonly ImmutableHashSet<string> s_writes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "PostAttribute", "PutAttribute", "PatchAttribute", "DeleteAttribute");

    /// <summary>What a method of an HTTP client interface does; null for other methods.</summary>
    public static CatalogueEntry? Find(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Interface })
        {
            return null;
        }

        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace.Name: "Refit" or "RestEase" } type
                && s_writes.Contains(type.Name))
            {
                return new CatalogueEntry(method.Name, false, CatalogueAction.Write, "HTTP");
            }
        }

        return null;
    }
}
