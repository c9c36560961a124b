using System.Collections.Immutable;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What the parameters and the instance of a body are in the eyes of the root from which it is reached. Two calls with
/// equal frames are one.
/// </summary>
internal sealed record Frame
{
    private readonly Region _instance;
    private readonly ImmutableArray<Region> _parameters;

    private Frame(Region instance, ImmutableArray<Region> parameters)
    {
        _instance = instance;
        _parameters = parameters;
    }

    /// <summary>The frame of the root itself.</summary>
    public static Frame OfRoot(int parameters) =>
        new(Region.This, [.. Enumerable.Range(0, parameters).Select(Region.Parameter)]);

    /// <summary>The frame of what is called from here.</summary>
    public Frame Enter(Region instance, ImmutableArray<Region> arguments)
    {
        var mapped = ImmutableArray.CreateBuilder<Region>(arguments.Length);
        foreach (var argument in arguments)
        {
            mapped.Add(Map(argument));
        }

        return new Frame(Map(instance), mapped.MoveToImmutable());
    }

    /// <summary>A region as the root sees it. Regions to which writes do not matter are all the same.</summary>
    public Region Map(Region region) => region.Kind switch
    {
        RegionKind.Parameter => region.Index < _parameters.Length ? _parameters[region.Index] : Region.Unknown,
        RegionKind.This => _instance,
        RegionKind.Static or RegionKind.Tracked => region,
        _ => Region.Unknown,
    };

    public bool Equals(Frame? other) =>
        other is not null && _instance.Equals(other._instance) && _parameters.SequenceEqual(other._parameters);

    public override int GetHashCode()
    {
        int hash = _instance.GetHashCode();
        foreach (var parameter in _parameters)
        {
            hash = unchecked((hash * 31) + parameter.GetHashCode());
        }

        return hash;
    }
}
