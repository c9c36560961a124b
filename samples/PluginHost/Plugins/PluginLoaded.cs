using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>A plug-in was loaded.</summary>
[Event]
public sealed partial record PluginLoaded(
    PluginId Id, string Path, DateTimeOffset LoadedAt, TimeSpan Duration, long BytesMapped) : IEvent;
