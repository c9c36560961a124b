using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>A plug-in was unloaded.</summary>
[Event]
public sealed partial record PluginUnloaded(PluginId Id, DateTimeOffset UnloadedAt, UnloadReason Reason) : IEvent;
