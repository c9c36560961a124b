namespace PluginHost.Plugins;

/// <summary>Why a plug-in was unloaded.</summary>
public enum UnloadReason
{
    /// <summary>Somebody asked, and nobody used it.</summary>
    Requested,

    /// <summary>Somebody asked with force, although it was in use.</summary>
    Forced,

    /// <summary>The host ends.</summary>
    Shutdown,
}
