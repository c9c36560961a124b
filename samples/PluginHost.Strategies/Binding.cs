namespace PluginHost.Strategies;

/// <summary>When the functions that a library takes from others are looked up.</summary>
public enum Binding
{
    /// <summary>At the first call of each: quick to load.</summary>
    Lazy,

    /// <summary>All at once, so that a missing one is found when the library loads.</summary>
    Now,
}
