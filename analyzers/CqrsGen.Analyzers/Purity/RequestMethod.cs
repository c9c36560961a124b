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
            return Names(request);
        }

        return regions.ValuesOf(local).Any(static value => value is not null && Names(value.Bare()))
            || all.OfType<ISimpleAssignmentOperation>().Any(assignment =>
                assignment.Target is IPropertyReferenceOperation { Property.Name: "Method" } property
                && property.Instance?.Bare() is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local)
                && Names(assignment.Value));
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
