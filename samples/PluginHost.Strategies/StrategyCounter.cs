using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>Counts how often each strategy was used.</summary>
internal sealed class StrategyCounter(StrategyBook strategies) : IEventHandler<StrategyChosen>
{
    public ValueTask HandleAsync(StrategyChosen @event, CancellationToken cancellationToken)
    {
        strategies.Count(@event.Name);
        return ValueTask.CompletedTask;
    }
}
