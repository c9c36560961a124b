using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Removes a strategy. The default one stays.</summary>
/// <param name="Name">Its name.</param>
[Command]
public sealed partial record RemoveStrategy(StrategyName Name) : ICommand<Result>;
