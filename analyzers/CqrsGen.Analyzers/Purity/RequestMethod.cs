using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Finds the method of an HTTP request that is made where it is sent. Made for one body, of whose operations it makes
/// an index when it is first asked.
/// </summary>
/// <param name="regions">Knows the values of variables.</param>
/// <param name="texts">Knows addresses.</param>
/// <param name="all">All operations of the member.</param>
internal sealed class RequestMethod(RegionReader regions, CommandText texts, IReadOnlyList<IOperation> all)
{
    private static readonly HashSet<string> s_questions = new(
        ("search msearch query graphql token lookup find filter introspect preview calculate estimate translate "
            + "completions embeddings generateContent").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<(ISymbol Local, bool IsAnswerRead, bool ExceptPosts), bool> _known = [];
    private ILookup<ISymbol?, ISimpleAssignmentOperation>? _set;

    /// <summary>Whether the request has a method that writes. Where that cannot be seen, it is taken to read.</summary>
    public bool Write(
        ImmutableArray<IArgumentOperation> arguments, bool isAnswerRead = false, bool exceptPosts = false)
    {
        if (arguments.FirstOrDefault()?.Value.Bare() is not { } request)
        {
            return false;
        }

        if (request is not ILocalReferenceOperation { Local: var local })
        {
            return Writes(request, isAnswerRead, exceptPosts);
        }

        if (!_known.TryGetValue((local, isAnswerRead, exceptPosts), out bool writes))
        {
            _set ??= all.OfType<ISimpleAssignmentOperation>().ToLookup(
                static assignment =>
                    assignment.Target is IPropertyReferenceOperation { Property.Name: "Method" } property
                    && property.Instance?.Bare() is ILocalReferenceOperation target
                        ? (ISymbol)target.Local
                        : null,
                SymbolEqualityComparer.Default);
            _known[(local, isAnswerRead, exceptPosts)] = writes =
                regions.ValuesOf(local).Any(value => value is not null
                    && Writes(value.Bare(), isAnswerRead, exceptPosts))
                || _set[local].Any(assignment => Names(assignment.Value, exceptPosts));
        }

        return writes;
    }

    private bool Writes(IOperation value, bool isAnswerRead, bool exceptPosts) =>
        Names(value, exceptPosts)
        && !(isAnswerRead && !Names(value, exceptPosts: true)
            && value is IObjectCreationOperation creation && OnlyAsk(creation.Arguments));

    /// <summary>Whether the last part of a constant address says that the request only asks.</summary>
    public bool OnlyAsk(ImmutableArray<IArgumentOperation> arguments)
    {
        var address = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "requestUri")?.Value;
        return address is not null && OnlyAsks(texts.TextsOf(address, 0).FirstOrDefault());
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
        .Any(found => NameOf(found)?.ToUpperInvariant() is { } name
            && (name is "PUT" or "PATCH" or "DELETE" || (name == "POST" && !exceptPosts)));

    private static string? NameOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: var name, IsStatic: true, ContainingType.Name: "HttpMethod" } }
            => name,
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: { Length: 1 } given } =>
            given[0].Value.ConstantValue.Value as string,
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" } } parse =>
            parse.Arguments.FirstOrDefault()?.Value.Bare().ConstantValue.Value as string,
        _ => null,
    };
}
