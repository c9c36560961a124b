using System.CommandLine;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>events</c>: shows what has happened.</summary>
internal sealed class EventsVerb(Terminal terminal, SessionSource sessions)
    : Verb("events", "Show the events so far.", terminal, sessions)
{
    protected override Task<int> RunAsync(HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        Display.Events(Terminal, host.Journal.Entries);
        return Task.FromResult(0);
    }
}
