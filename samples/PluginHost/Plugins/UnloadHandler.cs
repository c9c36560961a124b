using CqrsGen;
using PluginHost.Loading;

namespace PluginHost.Plugins;

/// <summary>Unloads one plug-in or all, and tells the others.</summary>
internal sealed class UnloadHandler(PluginRegistry registry, IEventBus events, TimeProvider time)
    : ICommandHandler<UnloadPlugin, Result>, ICommandHandler<UnloadAllPlugins>
{
    public async ValueTask<Result> HandleAsync(UnloadPlugin command, CancellationToken cancellationToken)
    {
        if (!registry.Unload(command.Id, command.Force).TryGetValue(out var unloaded, out var error))
        {
            return error;
        }

        // Force that was not needed changed nothing, so it is no reason.
        var reason = unloaded.Leases > 0 ? UnloadReason.Forced : UnloadReason.Requested;
        await PublishAsync(command.Id, reason);
        return Result.Success;
    }

    public async ValueTask HandleAsync(UnloadAllPlugins command, CancellationToken cancellationToken)
    {
        foreach (var plugin in registry.All.Reverse())
        {
            if (registry.Unload(plugin.Id, force: true).IsSuccess)
            {
                await PublishAsync(plugin.Id, UnloadReason.Shutdown);
            }
        }
    }

    /// <summary>Without a token: the plug-in is gone, and the others have to hear of it.</summary>
    private ValueTask PublishAsync(PluginId id, UnloadReason reason) =>
        events.PublishAsync(new PluginUnloaded(id, time.GetUtcNow(), reason), CancellationToken.None);
}
