using System.CommandLine;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>prompt</c>: reads commands line by line, from a person or from a pipe.</summary>
internal sealed class PromptVerb(
    Terminal terminal, SessionSource sessions, CommandRunner lines, Interruption interruption)
    : Verb("prompt", "Type commands; or pipe them in, one a line.", terminal, sessions)
{
    /// <summary>Goes on after failures.</summary>
    /// <returns>0 for a person, who saw the errors; else the exit code of the first command that failed.</returns>
    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isPerson = !Console.IsInputRedirected;
        int exitCode = 0;
        if (isPerson)
        {
            Terminal.Line("Type 'help' for the commands, 'exit' to leave.");
        }

        while (ReadLine(isPerson) is { } line && line is not ("exit" or "quit"))
        {
            int code = await interruption.RunAsync(token => lines.RunAsync(line, token));
            exitCode = exitCode == 0 ? code : exitCode;
        }

        return isPerson ? 0 : exitCode;
    }

    private string? ReadLine(bool isPerson)
    {
        if (isPerson)
        {
            Terminal.Prompt("pluginhost> ");
        }

        return Console.In.ReadLine()?.Trim();
    }
}
