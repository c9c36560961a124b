using CqrsGen;
using PluginHost.Loading;

namespace PluginHost.Plugins;

/// <summary>Begins and ends the use of plug-ins. Plain methods: what they need comes after the message.</summary>
internal static class LeaseHandler
{
    [Handler]
    public static Result<LeaseId> Hold(HoldPlugin command, PluginRegistry registry) => registry.Hold(command.Id);

    [Handler]
    public static Result Release(ReleasePlugin command, PluginRegistry registry) => registry.Release(command.Lease);
}
