using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using CqrsGen;

namespace PluginHost.CommandLine;

/// <summary>Parses and runs one command, of the process or of the prompt.</summary>
internal sealed class CommandRunner(RootCommand root, Terminal terminal)
{
    /// <summary>Runs a line as it would be typed.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(string line, CancellationToken cancellationToken)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(line)];
        return words switch
        {
            [] => Task.FromResult(0),
            ["help", .. var rest] => RunAsync(root.Parse([.. rest, "--help"]), cancellationToken),
            _ => RunAsync(root.Parse(words), cancellationToken),
        };
    }

    /// <summary>Runs what was parsed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.Action is ParseErrorAction)
        {
            // System.CommandLine would add the whole help text, below which the error is hard to find.
            foreach (var error in parsed.Errors)
            {
                terminal.Fail(error.Message);
            }

            return ErrorCategories.ExitCodeOf(ErrorCategory.Validation);
        }

        var console = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.ErrorOutput,
            ProcessTerminationTimeout = null, // Signals are turned into cancellation by Interruption.
        };
        return await parsed.InvokeAsync(console, cancellationToken);
    }
}
