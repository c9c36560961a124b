using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the method of an HTTP request that is made where it is sent.</summary>
internal static class RequestMethod
{
    /// <summary>Whether the request has a method that writes. Where that cannot be seen, it is taken to read.</summary>
    public static bool Writes(
        RegionReader regions, IEnumerable<IOperation> all, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.FirstOrDefault()?.Value.Bare() is not { } request)
        {
            return false;
        }

        if (request is not ILocalReferenceOperation { Local: var local })
        {
            return Writes(regions, request);
        }

        return regions.ValuesOf(local).Any(value => value is not null && Writes(regions, value.Bare()))
            || all.OfType<ISimpleAssignmentOperation>().Any(assignment =>
                assignment.Target is IPropertyReferenceOperation { Property.Name: "Method" } property
                && property.Instance?.Bare() is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local)
                && Names(assignment.Value));
    }

    private static bool Writes(RegionReader regions, IOperation value) => Names(value)
        && !(value is IObjectCreationOperation creation && OnlyAsks(regions, creation.Arguments));

    /// <summary>Whether the last part of a constant address says that the request only asks.</summary>
    public static bool OnlyAsks(RegionReader regions, ImmutableArray<IArgumentOperation> arguments)
    {
        var address = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "requestUri")?.Value;
        string? text = address is null ? null : CommandText.TextsOf(regions, address, 0).FirstOrDefault();
        return text is not null && text.Split('?')[0].TrimEnd('/').Split('/').Last().Split('-', '_', '.', ':')
            .Any(static word => word.ToUpperInvariant() is "SEARCH" or "QUERY" or "GRAPHQL" or "TOKEN" or "LOOKUP"
                or "FIND" or "FILTER" or "INTROSPECT" or "PREVIEW" or "CALCULATE");
    }

    private static bool Names(IOperation value) => Operations.Walk([value], static _ => true)
        .Any(static found => found is IPropertyReferenceOperation
        {
            Property:
            {
                Name: "Post" or "Put" or "Patch" or "Delete", IsStatic: true, ContainingType.Name: "HttpMethod",
            },
        });
}
