namespace PluginHost.Strategies;

/// <summary>The name of a strategy, by which it is known.</summary>
public readonly record struct StrategyName(string Value)
{
    /// <summary>The strategy for every library that no other one wants.</summary>
    public static StrategyName Default { get; } = new("default");

    public override string ToString() => Value;
}
