namespace PluginHost.Plugins;

/// <summary>
/// The name under which a loaded library is known, made from its file name: <c>libz</c>, <c>libz-2</c>.
/// </summary>
public readonly record struct PluginId(string Value)
{
    public override string ToString() => Value;
}
