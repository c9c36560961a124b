using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CqrsGen;
using PluginHost.Plugins;

namespace PluginHost.Observing;

/// <summary>The host's instruments, on a meter of its own name.</summary>
[Singleton]
internal sealed class PluginMetrics : IDisposable
{
    public const string MeterName = "PluginHost";

    private readonly Meter _meter = new(MeterName);
    private readonly ConcurrentDictionary<PluginId, long> _mapped = new();
    private readonly Counter<long> _loaded;
    private readonly Counter<long> _unloaded;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _bytes;

    public PluginMetrics()
    {
        _loaded = _meter.CreateCounter<long>("pluginhost.plugins.loaded", "{plugin}", "Plug-ins loaded.");
        _unloaded = _meter.CreateCounter<long>("pluginhost.plugins.unloaded", "{plugin}", "Plug-ins unloaded.");
        _duration = _meter.CreateHistogram<double>("pluginhost.load.duration", "s", "Time to load a plug-in.");
        _bytes = _meter.CreateUpDownCounter<long>(
            "pluginhost.mapped", "By", "Address space that the loaded plug-ins take.");
    }

    public void Loaded(PluginLoaded loaded)
    {
        _loaded.Add(1);
        _duration.Record(loaded.Duration.TotalSeconds);
        _bytes.Add(loaded.BytesMapped);
        _mapped[loaded.Id] = loaded.BytesMapped;
    }

    public void Unloaded(PluginUnloaded unloaded)
    {
        string reason = unloaded.Reason switch
        {
            UnloadReason.Forced => "forced",
            UnloadReason.Shutdown => "shutdown",
            _ => "requested",
        };
        _unloaded.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (_mapped.TryRemove(unloaded.Id, out long bytes))
        {
            _bytes.Add(-bytes);
        }
    }

    public void Dispose() => _meter.Dispose();
}
