using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>A strategy was added.</summary>
[Event]
public sealed partial record StrategyRegistered(LoadStrategy Strategy) : IEvent;
