using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>hold</c>: begins a use of a plug-in.</summary>
internal sealed class HoldVerb : Verb
{
    private readonly Argument<string> _id = new("id") { Description = "The plug-in, as 'list' shows it." };

    public HoldVerb(Terminal terminal, SessionSource sessions)
        : base("hold", "Use a plug-in, so that it is not unloaded without force.", terminal, sessions) =>
        Arguments.Add(_id);

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = new PluginId(parsed.GetRequiredValue(_id));
        var outcome = await host.Bus.SendAsync(new HoldPlugin(id), cancellationToken);
        if (!outcome.TryGetValue(out var lease, out var error))
        {
            return Terminal.Fail(error);
        }

        Terminal.Line($"Holding {id} by lease {lease}");
        return 0;
    }
}
