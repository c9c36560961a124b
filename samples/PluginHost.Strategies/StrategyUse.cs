namespace PluginHost.Strategies;

/// <summary>A strategy, and how many libraries were loaded by it.</summary>
public sealed record StrategyUse(LoadStrategy Strategy, int Loads);
