namespace PluginHost.Strategies;

/// <summary>Who sees the symbols of a library.</summary>
public enum Visibility
{
    /// <summary>Only those who ask this library.</summary>
    Local,

    /// <summary>Every library that is loaded later, too.</summary>
    Global,
}
