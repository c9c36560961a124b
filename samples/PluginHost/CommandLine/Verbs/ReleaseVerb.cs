using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>release</c>: ends a use of a plug-in.</summary>
internal sealed class ReleaseVerb : Verb
{
    private readonly Argument<int> _lease = new("lease") { Description = "The lease that 'hold' answered with." };

    public ReleaseVerb(Terminal terminal, SessionSource sessions)
        : base("release", "End the use that 'hold' began.", terminal, sessions) => Arguments.Add(_lease);

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var lease = new LeaseId(parsed.GetValue(_lease));
        var outcome = await host.Bus.SendAsync(new ReleasePlugin(lease), cancellationToken);
        if (outcome.Error is { } error)
        {
            return Terminal.Fail(error);
        }

        Terminal.Line($"Released lease {lease}");
        return 0;
    }
}
