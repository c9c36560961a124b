using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>show</c>: shows everything that is known of one plug-in.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string> _id = new("id") { Description = "The plug-in, as 'list' shows it." };

    public ShowVerb(Terminal terminal, SessionSource sessions)
        : base("show", "Show one plug-in.", terminal, sessions) => Arguments.Add(_id);

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = new PluginId(parsed.GetRequiredValue(_id));
        if (await host.Bus.QueryAsync(new GetPluginInfo(id), cancellationToken) is { } plugin)
        {
            Display.Plugin(Terminal, plugin);
            return 0;
        }

        var loaded = await host.Bus.QueryAsync(new ListLoadedPlugins(), cancellationToken);
        return Terminal.Fail(PluginErrors.NotLoaded(id, loaded.Select(static plugin => plugin.Id)));
    }
}
