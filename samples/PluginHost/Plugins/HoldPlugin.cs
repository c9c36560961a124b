using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Begins a use of a plug-in. It stays loaded until the lease is given back, or force is used.</summary>
[Command]
public sealed partial record HoldPlugin(PluginId Id) : ICommand<Result<LeaseId>>;
