using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What the shape of a type says about its methods: attributes of an HTTP client interface, the sets of a database
/// context behind an interface, the name of a logger, the attribute of a message that is logged.
/// </summary>
internal static class Declared
{
    private static readonly ImmutableHashSet<string> s_writes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "PostAttribute", "PutAttribute", "PatchAttribute", "DeleteAttribute");

    /// <summary>What a method does; null where its type says nothing.</summary>
    public static CatalogueEntry? Find(IMethodSymbol method)
    {
        if (CacheNames.Logs(method) || IsLoggerMessage(method))
        {
            return new CatalogueEntry(method.Name, false, CatalogueAction.Write, PurityOptions.Log);
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Interface } type)
        {
            return null;
        }

        if (method.Name is "SaveChanges" or "SaveChangesAsync" && type.GetMembers().Any(static member =>
            member is IPropertySymbol property && Entities.IsSet(property.Type)))
        {
            return new CatalogueEntry(method.Name, false, CatalogueAction.Write, "database");
        }

        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace.Name: "Refit" or "RestEase" } marker
                && s_writes.Contains(marker.Name))
            {
                var action = marker.Name != "PostAttribute" ? CatalogueAction.Write
                    : RequestMethod.OnlyAsks(attribute.ConstructorArguments.FirstOrDefault().Value as string)
                        ? CatalogueAction.Ask
                        : CatalogueAction.Post;
                return new CatalogueEntry(method.Name, false, action, "HTTP");
            }
        }

        return null;
    }

    /// <summary>Whether another generator writes the method, as the call of a stored delegate that logs.</summary>
    public static bool IsLoggerMessage(IMethodSymbol method) =>
        (method.IsPartialDefinition || method.PartialDefinitionPart is not null)
        && (method.PartialDefinitionPart ?? method).GetAttributes().Any(static attribute => attribute.AttributeClass is
        {
            Name: "LoggerMessageAttribute",
            ContainingNamespace: { Name: "Logging", ContainingNamespace: { Name: "Extensions" } },
        });
}
