using PluginHost.Plugins;

namespace PluginHost.Loading;

/// <summary>
/// Keeps a path and an ID for a load that is on its way. Disposing gives them back, unless it was committed.
/// </summary>
internal sealed class PluginReservation(PluginRegistry registry, PluginId id, string path) : IDisposable
{
    public PluginId Id { get; } = id;

    public string Path { get; } = path;

    public void Dispose() => registry.Cancel(this);
}
