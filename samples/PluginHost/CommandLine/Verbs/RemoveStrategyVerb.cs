using System.CommandLine;
using PluginHost.Strategies;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>strategies remove</c>: removes a strategy.</summary>
internal sealed class RemoveStrategyVerb : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "Its name." };

    public RemoveStrategyVerb(Terminal terminal, SessionSource sessions)
        : base("remove", "Remove a strategy.", terminal, sessions) => Arguments.Add(_name);

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = new StrategyName(parsed.GetRequiredValue(_name));
        var outcome = await host.Bus.SendAsync(new RemoveStrategy(name), cancellationToken);
        if (outcome.Error is { } error)
        {
            return Terminal.Fail(error);
        }

        Terminal.Line($"Removed the strategy {name}");
        return 0;
    }
}
