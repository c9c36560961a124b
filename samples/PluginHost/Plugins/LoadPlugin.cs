using System.ComponentModel.DataAnnotations;
using CqrsGen;
using PluginHost.Strategies;

namespace PluginHost.Plugins;

/// <summary>Loads a library, and answers when that is done.</summary>
/// <param name="Path">A path, or a name that is looked up: <c>libz.so.1</c>, <c>libz</c>, <c>z</c>.</param>
/// <remarks>
/// The load has a timeout of its own, so that of CqrsGen is off. A library that is being loaded cannot be interrupted:
/// when the time is up or the command is cancelled, the caller is answered at once, and the library is freed as soon as
/// the system has loaded it.
/// </remarks>
[Command(TimeoutSeconds = 0)]
public sealed partial record LoadPlugin([Required] string Path) : ICommand<Result<PluginId>>
{
    /// <summary>How long it may take, waiting for its turn included.</summary>
    /// <value>Default: 10.</value>
    [Range(0.001, 86_400)]
    public double TimeoutSeconds { get; init; } = 10;

    /// <summary>How urgent it is.</summary>
    /// <value>Default: null, as the strategy says.</value>
    public LoadPriority? Priority { get; init; }

    /// <summary>Whether to look at the file only: nothing is loaded, nothing is published.</summary>
    /// <value>Default: false. The answer then is the ID that the plug-in would get.</value>
    public bool ValidateOnly { get; init; }
}
