using System.CommandLine;
using CqrsGen;

namespace PluginHost.CommandLine;

/// <summary>A command of the command line: it sends messages to the host and shows the answers.</summary>
internal abstract class Verb : Command
{
    private readonly SessionSource _sessions;

    protected Verb(string name, string description, Terminal terminal, SessionSource sessions) : base(name, description)
    {
        Terminal = terminal;
        _sessions = sessions;
        SetAction(RunAsync);
    }

    protected Terminal Terminal { get; }

    /// <summary>Does what the verb says.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(HostSession host, ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Runs something that may fail, and turns every failure into a message and an exit code.</summary>
    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(await _sessions.GetAsync(parsed, cancellationToken), parsed, cancellationToken);
        }
        catch (Exception exception) when (exception is CqrsException or OperationCanceledException)
        {
            return Terminal.Fail(Error.From(exception));
        }
        catch (Exception exception)
        {
            // Nobody foresaw it, so whoever looks into it needs all of it.
            return Terminal.Fail(Error.Unexpected("unexpected", exception.ToString()));
        }
    }
}
