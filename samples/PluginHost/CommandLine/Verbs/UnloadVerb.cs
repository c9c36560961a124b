using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>unload</c>: unloads one plug-in.</summary>
internal sealed class UnloadVerb : Verb
{
    private readonly Argument<string> _id = new("id") { Description = "The plug-in, as 'list' shows it." };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Unload it although it is in use; its leases end.",
    };

    public UnloadVerb(Terminal terminal, SessionSource sessions)
        : base("unload", "Unload a plug-in.", terminal, sessions)
    {
        Arguments.Add(_id);
        Options.Add(_force);
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = new PluginId(parsed.GetRequiredValue(_id));
        var outcome = await host.Bus.SendAsync(new UnloadPlugin(id, parsed.GetValue(_force)), cancellationToken);
        if (outcome.Error is { } error)
        {
            return Terminal.Fail(error);
        }

        Terminal.Line($"Unloaded {id}");
        return 0;
    }
}
