using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>A library was loaded by a strategy. Published by whoever loads.</summary>
[Event]
public sealed partial record StrategyChosen(StrategyName Name, string FileName) : IEvent;
