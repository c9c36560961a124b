using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Finds every effect that a root reaches, each by its shortest path.</summary>
/// <remarks>
/// <para>A fact flows through each call alone, and where two paths meet, the facts are united. So the fixed point of
/// the summaries is what can be reached, and a breadth-first search over bodies finds it: recursion ends where a body
/// has been seen, the first path to an effect is a shortest one, and the bounds are those of the root, whatever other
/// roots have been looked at before. A body is entered once for each <see cref="Frame"/>.</para>
/// <para>See Reps, Horwitz and Sagiv, <i>Precise Interprocedural Dataflow Analysis via Graph Reachability</i>, POPL
/// 1995.</para>
/// </remarks>
internal sealed class EffectSearch
{
    /// <summary>How many calls deep is looked when nothing else is said.</summary>
    public const int Deepest = 12;

    private const int MostBodies = 2000;
    private const int DelegateLevels = 3;

    private readonly PurityEngine _engine;
    private readonly int _deepest;
    private readonly bool _isStrict;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<Step> _open = new();
    private readonly HashSet<(Body, Frame, INamedTypeSymbol?)> _seen = [];
    private readonly Dictionary<(EffectKind, string, Region), Finding> _found = [];

    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private EffectSearch(PurityEngine engine, int deepest, bool isStrict, CancellationToken cancellationToken)
    {
        _engine = engine;
        _deepest = deepest;
        _isStrict = isStrict;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The effects of a root, nearest first.</summary>
    /// <param name="root">The root.</param>
    /// <param name="engine">Knows the bodies.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="deepest">How many calls deep it is looked.</param>
    /// <param name="isStrict">Whether calls of which nothing is known are among the findings.</param>
    /// <param name="self">The type of the instance, where it is known.</param>
    public static ImmutableArray<Finding> From(
        IMethodSymbol root,
        PurityEngine engine,
        CancellationToken cancellationToken,
        int deepest = Deepest,
        bool isStrict = false,
        INamedTypeSymbol? self = null) =>
        new EffectSearch(engine, deepest, isStrict, cancellationToken).Run(root, self, static body =>
            body.Unknowns.Count == 0 ? body.Effects : body.Effects.Concat(body.Unknowns));

    /// <summary>What a handler should do without, nearest first.</summary>
    public static ImmutableArray<Finding> HintsFrom(
        IMethodSymbol root, PurityEngine engine, int deepest, CancellationToken cancellationToken) =>
        new EffectSearch(engine, deepest, isStrict: false, cancellationToken)
            .Run(root, root.ContainingType, static body => body.Hints);

    private ImmutableArray<Finding> Run(
        IMethodSymbol root, INamedTypeSymbol? self, Func<Body, IEnumerable<Effect>> effectsOf)
    {
        Enter(new Step(
            _engine.BodyOf(root, _cancellationToken),
            Frame.OfRoot(root.Parameters.Length),
            root.ContainingType,
            self,
            null,
            null,
            0));
        while (_open.Count > 0 && _seen.Count <= MostBodies)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var step = _open.Dequeue();
            foreach (var effect in effectsOf(step.Body))
            {
                Add(effect, step);
            }

            foreach (var call in step.Body.Calls)
            {
                Follow(call, step);
            }
        }

        return _findings.ToImmutable();
    }

    private void Add(Effect effect, Step step)
    {
        var region = step.Frame.Map(effect.Region);
        if ((effect.Kind == EffectKind.Write && !region.IsSeen) || (effect.Kind == EffectKind.Unknown && !_isStrict))
        {
            return;
        }

        string detail = region.Kind == RegionKind.This ? effect.Name : effect.Detail;
        var key = (effect.Kind, detail, region);
        if (!_found.ContainsKey(key))
        {
            var finding = new Finding(effect, region, PathTo(effect, step));
            _found.Add(key, finding);
            _findings.Add(finding);
        }
    }

    private void Follow(Call call, Step step)
    {
        if (call.HandedTo is { } receiver
            && !_engine.Invokes(receiver, call.HandedAs, DelegateLevels, _cancellationToken))
        {
            return;
        }

        if (call.Nested is { } nested)
        {
            // It shares the variables of the member around it, so it sees what that sees.
            var hop = nested.Name.Length == 0 ? null : new Hop(nested.Name, call.Location);
            int depth = step.Depth + (hop is null ? 0 : 1);
            if (depth <= _deepest)
            {
                Enter(step with { Body = nested, Hop = hop, Caller = step, Depth = depth });
            }
        }
        else if (call.Method is { } method)
        {
            var self = call.IsOnThis ? step.Self : null;
            var targets = self is not null && call.IsVirtual && method.ContainingType.TypeKind != TypeKind.Interface
                ? _engine.Targets.Exactly(method, self)
                : _engine.Targets.Of(method, call.Receiver, call.IsVirtual, _cancellationToken);
            if (targets.IsDefault)
            {
                AddUnknown(EffectKind.Unknown, Names.Full(method), call, step);
                return;
            }

            if (targets.IsEmpty && call.Instance.Kind != RegionKind.Fresh && UnknownCalls.KindOf(method) is { } kind)
            {
                AddUnknown(kind, Names.Full(method), call, step);
            }

            foreach (var target in targets)
            {
                var body = _engine.CalledBodyOf(target, _cancellationToken);
                if (step.Depth == _deepest && !body.IsEmpty)
                {
                    AddUnknown(EffectKind.Unknown, Names.Full(target), call, step);
                }
                else if (!body.IsEmpty)
                {
                    var hop = new Hop(NameOf(method, target, step.Type, body), call.Location);
                    Enter(new Step(
                        body, step.Frame.Enter(call.Instance, call.Arguments), target.ContainingType, self, hop, step,
                        step.Depth + 1));
                }
            }
        }
    }

    private void AddUnknown(EffectKind kind, string name, Call call, Step step) =>
        Add(new Effect(kind, name, Region.Unknown, name, call.Location), step);

    private void Enter(Step step)
    {
        if (_seen.Add((step.Body, step.Frame, step.Self)))
        {
            _open.Enqueue(step);
        }
    }

    private static string NameOf(
        IMethodSymbol called, IMethodSymbol target, INamedTypeSymbol? from, Body body)
    {
        string name = SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, target)
            ? Same(from, target.ContainingType) ? OwnName(target) : Names.Full(target)
            : $"{Names.Full(called)} ⇒ {Names.Full(target)}";
        return body.IsGenerated ? name + " (generated)" : name;
    }

    private static string OwnName(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? Names.Full(method) : Names.Of(method);

    private static bool Same(INamedTypeSymbol? one, INamedTypeSymbol? other) =>
        SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other?.OriginalDefinition);

    private static ImmutableArray<Hop> PathTo(Effect effect, Step step)
    {
        var hops = new Stack<Hop>();
        hops.Push(new Hop(effect.Name, effect.Location));
        for (var current = step; current is not null; current = current.Caller)
        {
            if (current.Hop is { } hop)
            {
                hops.Push(hop);
            }
        }

        return [.. hops];
    }

    /// <summary>A body that is reached.</summary>
    /// <param name="Body">The body.</param>
    /// <param name="Frame">What its parameters are.</param>
    /// <param name="Type">Where it is declared.</param>
    /// <param name="Self">The type of its instance, where that is the instance of the root.</param>
    /// <param name="Hop">The call that leads to it.</param>
    /// <param name="Caller">What calls it.</param>
    /// <param name="Depth">How many calls deep it is.</param>
    private sealed record Step(
        Body Body,
        Frame Frame,
        INamedTypeSymbol? Type,
        INamedTypeSymbol? Self,
        Hop? Hop,
        Step? Caller,
        int Depth);
}
