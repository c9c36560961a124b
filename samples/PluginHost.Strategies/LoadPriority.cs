namespace PluginHost.Strategies;

/// <summary>How urgent a load is. The higher one starts first.</summary>
public enum LoadPriority
{
    Low,
    Normal,
    High,
}
