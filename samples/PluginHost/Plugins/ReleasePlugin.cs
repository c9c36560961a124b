using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Ends a use of a plug-in.</summary>
[Command]
public sealed partial record ReleasePlugin(LeaseId Lease) : ICommand<Result>;
