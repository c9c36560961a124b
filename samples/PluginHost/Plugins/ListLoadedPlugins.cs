using System.ComponentModel.DataAnnotations;
using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Asks for the loaded plug-ins, in the order in which they were loaded.</summary>
[Query]
public sealed partial record ListLoadedPlugins : IQuery<IReadOnlyList<PluginInfo>>
{
    /// <summary>Only plug-ins of this type.</summary>
    /// <value>Default: null, all types.</value>
    public PluginType? Type { get; init; }

    /// <summary>How many at most.</summary>
    /// <value>Default: 100.</value>
    [Range(1, 1000)]
    public int Limit { get; init; } = 100;

    /// <summary>How many to leave out at the start.</summary>
    /// <value>Default: 0.</value>
    [Range(0, int.MaxValue)]
    public int Offset { get; init; }
}
