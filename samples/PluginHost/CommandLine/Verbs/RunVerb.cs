using System.CommandLine;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>run</c>: runs several commands in one host.</summary>
internal sealed class RunVerb : Verb
{
    private readonly Argument<string[]> _commands = new("command")
    {
        Description = "Commands, each in quotes: run \"load libz\" list \"unload libz\". Stops at the first failure.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly CommandRunner _lines;

    public RunVerb(Terminal terminal, SessionSource sessions, CommandRunner lines)
        : base("run", "Run several commands one after the other.", terminal, sessions)
    {
        _lines = lines;
        Arguments.Add(_commands);
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        foreach (string command in parsed.GetRequiredValue(_commands))
        {
            int exitCode = await _lines.RunAsync(command, cancellationToken);
            if (exitCode != 0)
            {
                return exitCode;
            }
        }

        return 0;
    }
}
