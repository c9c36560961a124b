using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Asks for one plug-in. The answer is null when it is not loaded.</summary>
[Query]
public sealed partial record GetPluginInfo(PluginId Id) : IQuery<PluginInfo?>;
