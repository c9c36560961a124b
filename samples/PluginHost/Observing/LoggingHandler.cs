using CqrsGen;
using Microsoft.Extensions.Logging;
using PluginHost.Plugins;

namespace PluginHost.Observing;

/// <summary>Logs what happens to plug-ins.</summary>
internal sealed partial class LoggingHandler(ILogger<LoggingHandler> logger)
    : IEventHandler<PluginLoaded>, IEventHandler<PluginUnloaded>
{
    public ValueTask HandleAsync(PluginLoaded @event, CancellationToken cancellationToken)
    {
        LogLoaded(@event.Id, @event.Path, @event.Duration.TotalMilliseconds, @event.BytesMapped);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(PluginUnloaded @event, CancellationToken cancellationToken)
    {
        LogUnloaded(@event.Id, @event.Reason);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded {Id} from {Path} in {Milliseconds:0.0} ms, {Bytes} bytes mapped")]
    private partial void LogLoaded(PluginId id, string path, double milliseconds, long bytes);

    [LoggerMessage(2, LogLevel.Information, "Unloaded {Id}: {Reason}")]
    private partial void LogUnloaded(PluginId id, UnloadReason reason);
}
