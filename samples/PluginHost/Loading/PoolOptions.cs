namespace PluginHost.Loading;

/// <summary>The size of the loader pool.</summary>
internal sealed record PoolOptions
{
    /// <summary>How many libraries load at once.</summary>
    /// <value>Default: 2.</value>
    public int Workers { get; init; } = 2;

    /// <summary>How many loads may wait for a thread.</summary>
    /// <value>Default: 16.</value>
    public int QueueLength { get; init; } = 16;
}
