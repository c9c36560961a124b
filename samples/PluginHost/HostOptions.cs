using PluginHost.Loading;

namespace PluginHost;

/// <summary>What the command line says about the host as a whole.</summary>
internal sealed record HostOptions
{
    public PoolOptions Pool { get; init; } = new();

    /// <summary>Directories to search for libraries.</summary>
    /// <value>Default: null, those of the system.</value>
    public IReadOnlyList<string>? SearchPath { get; init; }

    /// <summary>Whether log messages are shown.</summary>
    /// <value>Default: false.</value>
    public bool IsVerbose { get; init; }
}
