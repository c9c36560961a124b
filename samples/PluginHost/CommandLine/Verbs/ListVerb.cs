using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>list</c>: shows the loaded plug-ins.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Option<PluginType?> _type = new ChoiceOption<PluginType>("--type")
    {
        Description = "Only plug-ins of this type.",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "How many at most, 1 to 1000.",
        DefaultValueFactory = static _ => new ListLoadedPlugins().Limit,
    };

    private readonly Option<int> _offset = new("--offset") { Description = "How many to leave out at the start." };

    public ListVerb(Terminal terminal, SessionSource sessions)
        : base("list", "Show the loaded plug-ins.", terminal, sessions)
    {
        Options.Add(_type);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var query = new ListLoadedPlugins
        {
            Type = parsed.GetValue(_type),
            Limit = parsed.GetValue(_limit),
            Offset = parsed.GetValue(_offset),
        };
        Display.Plugins(Terminal, await host.Bus.QueryAsync(query, cancellationToken));
        return 0;
    }
}
