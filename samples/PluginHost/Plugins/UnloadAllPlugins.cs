using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Unloads everything, because the host ends.</summary>
[Command]
public sealed partial record UnloadAllPlugins : ICommand;
