using PluginHost.Native;
using PluginHost.Plugins;

namespace PluginHost.Loading;

/// <summary>A library that was loaded just now, and what was learned on the way. Whoever has it must free it.</summary>
internal sealed record LoadedLibrary(LibraryHandle Handle) : IDisposable
{
    public required PluginType Type { get; init; }

    public required IReadOnlyList<LibraryVersion> Versions { get; init; }

    public required long Size { get; init; }

    public required long BytesMapped { get; init; }

    public required bool WasMapped { get; init; }

    public required TimeSpan LoadTime { get; init; }

    public void Dispose() => Handle.Dispose();
}
