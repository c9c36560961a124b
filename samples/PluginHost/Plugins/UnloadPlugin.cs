using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Unloads a plug-in. One that is in use stays, unless force is used.</summary>
[Command]
public sealed partial record UnloadPlugin(PluginId Id, bool Force = false) : ICommand<Result>;
