using System.Collections.Immutable;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Which message is dispatched while which other is handled, as far as handlers of this compilation show it. Found when
/// a rule first asks; only calls inside handlers are bound. Safe for concurrent use.
/// </summary>
internal sealed class DispatchGraph(ApplicationIndex application)
{
    private Dictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>>? _edges;

    /// <summary>
    /// The shortest way from a message that is dispatched to one that is handled: what is dispatched in turn, the
    /// first and the last included. Empty when there is none.
    /// </summary>
    public ImmutableArray<ITypeSymbol> FindWay(
        INamedTypeSymbol dispatched, ITypeSymbol handled, CancellationToken cancellationToken)
    {
        var edges = Get(cancellationToken);
        var seen = new HashSet<ITypeSymbol>(ApplicationIndex.Types) { dispatched };
        var waiting = new Queue<ImmutableArray<ITypeSymbol>>();
        waiting.Enqueue([dispatched]);
        while (waiting.Count > 0)
        {
            var way = waiting.Dequeue();
            var last = way[way.Length - 1];
            if (Reaches(last, handled))
            {
                return way;
            }

            foreach (var next in edges.Where(edge => Reaches(last, edge.Key)).SelectMany(static edge => edge.Value))
            {
                if (seen.Add(next))
                {
                    waiting.Enqueue(way.Add(next));
                }
            }
        }

        return [];
    }

    /// <summary>
    /// Whether a dispatched message goes to the handlers of a type: an event also to those of its supertypes.
    /// </summary>
    private static bool Reaches(ITypeSymbol dispatched, ITypeSymbol handled)
    {
        if (SymbolEqualityComparer.Default.Equals(dispatched, handled))
        {
            return true;
        }

        if (MessageFacts.KindOf(dispatched) != MessageKind.Event)
        {
            return false;
        }

        for (var current = dispatched.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, handled))
            {
                return true;
            }
        }

        return dispatched.AllInterfaces.Contains(handled, SymbolEqualityComparer.Default);
    }

    private Dictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> Get(CancellationToken cancellationToken)
    {
        if (_edges is { } edges)
        {
            return edges;
        }

        edges = Build(cancellationToken);
        return Interlocked.CompareExchange(ref _edges, edges, null) ?? edges;
    }

    private Dictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> Build(CancellationToken cancellationToken)
    {
        var found = new List<(ITypeSymbol From, INamedTypeSymbol To)>();
        foreach (var tree in application.Compilation.SyntaxTrees)
        {
            var candidates = DeclarationFacts.Of(tree, cancellationToken).Candidates;
            if (candidates.IsEmpty || Locations.IsGenerated(tree))
            {
                continue;
            }

            foreach (var span in CallFacts.Of(tree, cancellationToken).Dispatches)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!candidates.Any(candidate => candidate.Span.Contains(span)))
                {
                    continue;
                }

                var semantics = application.Compilation.GetSemanticModel(tree);
                if (CallFacts.CallAt(tree.GetRoot(cancellationToken), span) is { } syntax
                    && semantics.GetOperation(syntax, cancellationToken) is IInvocationOperation call
                    && Buses.IsDispatch(call)
                    && DispatchedMessage.Of(call) is { } to
                    && semantics.GetEnclosingSymbol(span.Start, cancellationToken) is { } around)
                {
                    found.AddRange(HandlerRoles.Of(around, cancellationToken).Select(role => (role.Message, to)));
                }
            }
        }

        return found.GroupBy(static edge => edge.From, ApplicationIndex.Types).ToDictionary(
            static group => group.Key,
            static group => group.Select(static edge => edge.To).ToImmutableArray(),
            ApplicationIndex.Types);
    }
}
