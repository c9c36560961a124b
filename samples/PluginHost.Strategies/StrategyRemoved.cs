using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>A strategy was removed.</summary>
[Event]
public sealed partial record StrategyRemoved(StrategyName Name) : IEvent;
