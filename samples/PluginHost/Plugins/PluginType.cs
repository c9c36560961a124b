namespace PluginHost.Plugins;

/// <summary>What a library is for, as far as its exports tell.</summary>
public enum PluginType
{
    Other,
    Compression,
    Cryptography,
    Database,
    Graphics,
    Mathematics,
    Networking,
    System,
    Text,
}
