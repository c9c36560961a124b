using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Asks for all strategies, in the order in which they are tried.</summary>
[Query]
public sealed partial record ListStrategies : IQuery<IReadOnlyList<StrategyUse>>;
