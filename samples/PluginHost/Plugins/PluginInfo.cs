using PluginHost.Strategies;

namespace PluginHost.Plugins;

/// <summary>What is known of a loaded plug-in.</summary>
public sealed record PluginInfo
{
    public required PluginId Id { get; init; }

    /// <summary>The file, without links.</summary>
    public required string Path { get; init; }

    public required PluginType Type { get; init; }

    /// <summary>The versions that the library itself tells; often one, sometimes none.</summary>
    public required IReadOnlyList<LibraryVersion> Versions { get; init; }

    /// <summary>The size of the file, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The address space that the file takes, in bytes; its size where the system does not tell.</summary>
    public required long BytesMapped { get; init; }

    /// <summary>Whether the process had the file mapped before, because a part of it uses the library too.</summary>
    public required bool WasMapped { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>How long the system took to load it.</summary>
    public required TimeSpan LoadTime { get; init; }

    public required StrategyName Strategy { get; init; }

    /// <summary>How many uses hold it.</summary>
    public int Leases { get; init; }
}
