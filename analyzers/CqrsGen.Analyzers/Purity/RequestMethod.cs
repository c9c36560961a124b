using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds the method of an HTTP request that is made where it is sent.</summary>
internal static class RequestMethod
{
    private static readonly HashSet<string> s_questions = new(
        ("search msearch query graphql token lookup find filter introspect preview calculate estimate translate "
            + "completions embeddings generateContent").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the request has a method that writes. Where that cannot be seen, it is taken to read.</summary>
    public static bool Writes(
        RegionReader regions,
        IEnumerable<IOperation> all,
        ImmutableArray<IArgumentOperation> arguments,
        bool isAnswerRead = false,
        bool exceptPosts = false)
    {
        if (arguments.FirstOrDefault()?.Value.Bare() is not { } request)
        {
            return false;
        }

        if (request is not ILocalReferenceOperation { Local: var local })
        {
            return Writes(regions, request, isAnswerRead, exceptPosts);
        }

        return regions.ValuesOf(local).Any(value => value is not null
                && Writes(regions, value.Bare(), isAnswerRead, exceptPosts))
            || all.OfType<ISimpleAssignmentOperation>().Any(assignment =>
                assignment.Target is IPropertyReferenceOperation { Property.Name: "Method" } property
                && property.Instance?.Bare() is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local)
                && Names(assignment.Value, exceptPosts));
    }

    private static bool Writes(RegionReader regions, IOperation value, bool isAnswerRead, bool exceptPosts) =>
        Names(value, exceptPosts)
        && !(isAnswerRead && !Names(value, exceptPosts: true)
            && value is IObjectCreationOperation creation && OnlyAsks(regions, creation.Arguments));

    /// <summary>Whether the last part of a constant address says that the request only asks.</summary>
    public static bool OnlyAsks(RegionReader regions, ImmutableArray<IArgumentOperation> arguments)
    {
        var address = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "requestUri")?.Value;
        return address is not null && OnlyAsks(CommandText.TextsOf(regions, address, 0).FirstOrDefault());
    }

    /// <summary>
    /// Whether the last part of an address, or its last word, says that a request to it only asks: a search history is
    /// no search.
    /// </summary>
    public static bool OnlyAsks(string? address) =>
        address is not null
        && s_questions.Contains(
            address.Split('?')[0].TrimEnd('/').Split('/').Last().Split('-', '_', '.', ':').Last().Trim());

    private static bool Names(IOperation value, bool exceptPosts) => Operations.Walk([value], static _ => true)
        .Any(found => found is IPropertyReferenceOperation
        {
            Property: { Name: var name, IsStatic: true, ContainingType.Name: "HttpMethod" },
        } && (name is "Put" or "Patch" or "Delete" || (name == "Post" && !exceptPosts)));
}
