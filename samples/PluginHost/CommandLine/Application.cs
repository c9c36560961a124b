using System.CommandLine;
using PluginHost.CommandLine.Verbs;

namespace PluginHost.CommandLine;

/// <summary>The program: one command from its arguments, or many from a prompt.</summary>
internal static class Application
{
    private const string Description =
        """
        Loads native libraries as plug-ins, by commands, queries and events of CqrsGen.

        Exit codes: 0 success, 1 unexpected, 2 invalid input, 3 not found, 4 conflict (loaded already, in use),
        6 not readable, 7 queue full, 8 timeout, 9 shutting down, 130 cancelled.
        """;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var settings = new HostSettings();
        await using var sessions = new SessionSource(settings);
        using var interruption = new Interruption();

        var lineRoot = new RootCommand("The commands of the prompt. Leave it with 'exit'.");
        AddVerbs(lineRoot, terminal, sessions);
        var lines = new CommandRunner(lineRoot, terminal);

        var demo = new DemoVerb(terminal, sessions);
        var root = new RootCommand(Description) { Action = demo.Action };
        settings.AddTo(root);
        root.Subcommands.Add(demo);
        root.Subcommands.Add(new PromptVerb(terminal, sessions, lines, interruption));
        root.Subcommands.Add(new RunVerb(terminal, sessions, lines));
        AddVerbs(root, terminal, sessions);

        var parsed = root.Parse(arguments);
        var runner = new CommandRunner(root, terminal);
        return parsed.CommandResult.Command is PromptVerb
            ? await runner.RunAsync(parsed, CancellationToken.None) // Its lines are interrupted one by one.
            : await interruption.RunAsync(token => runner.RunAsync(parsed, token));
    }

    private static void AddVerbs(RootCommand root, Terminal terminal, SessionSource sessions)
    {
        root.Subcommands.Add(new FindVerb(terminal, sessions));
        root.Subcommands.Add(new LoadVerb(terminal, sessions));
        root.Subcommands.Add(new UnloadVerb(terminal, sessions));
        root.Subcommands.Add(new ListVerb(terminal, sessions));
        root.Subcommands.Add(new ShowVerb(terminal, sessions));
        root.Subcommands.Add(new HoldVerb(terminal, sessions));
        root.Subcommands.Add(new ReleaseVerb(terminal, sessions));
        root.Subcommands.Add(new StrategiesVerb(terminal, sessions));
        root.Subcommands.Add(new EventsVerb(terminal, sessions));
        root.Subcommands.Add(new MetricsVerb(terminal, sessions));
    }
}
