using System.CommandLine;
using PluginHost.Strategies;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>strategies</c>: shows how libraries are loaded. Below it, <c>add</c> and <c>remove</c>.</summary>
internal sealed class StrategiesVerb : Verb
{
    public StrategiesVerb(Terminal terminal, SessionSource sessions)
        : base("strategies", "Show or change how libraries are loaded.", terminal, sessions)
    {
        Subcommands.Add(new AddStrategyVerb(terminal, sessions));
        Subcommands.Add(new RemoveStrategyVerb(terminal, sessions));
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        Display.Strategies(Terminal, await host.Bus.QueryAsync(new ListStrategies(), cancellationToken));
        return 0;
    }
}
