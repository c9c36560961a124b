namespace PluginHost.Plugins;

/// <summary>Names one use of a plug-in. As long as it is not given back, the plug-in stays.</summary>
public readonly record struct LeaseId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
