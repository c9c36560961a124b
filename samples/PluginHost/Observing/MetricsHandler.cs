using CqrsGen;
using PluginHost.Plugins;

namespace PluginHost.Observing;

/// <summary>Measures what happens to plug-ins.</summary>
internal sealed class MetricsHandler(PluginMetrics metrics)
    : IEventHandler<PluginLoaded>, IEventHandler<PluginUnloaded>
{
    public ValueTask HandleAsync(PluginLoaded @event, CancellationToken cancellationToken)
    {
        metrics.Loaded(@event);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(PluginUnloaded @event, CancellationToken cancellationToken)
    {
        metrics.Unloaded(@event);
        return ValueTask.CompletedTask;
    }
}
