using System.CommandLine;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>metrics</c>: shows what was measured.</summary>
internal sealed class MetricsVerb(Terminal terminal, SessionSource sessions)
    : Verb("metrics", "Show what was measured so far.", terminal, sessions)
{
    protected override Task<int> RunAsync(HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        Display.Metrics(Terminal, host.Metrics.Measurements);
        return Task.FromResult(0);
    }
}
