using System.CommandLine;
using PluginHost.Strategies;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>strategies add</c>: registers a strategy.</summary>
internal sealed class AddStrategyVerb : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "Its name." };

    private readonly Argument<string> _pattern = new("pattern")
    {
        Description = "The file names that it is for, such as 'libssl*'.",
    };

    private readonly Option<bool> _now = new("--now") { Description = "Bind all functions when the library loads." };

    private readonly Option<bool> _global = new("--global")
    {
        Description = "Show the library's symbols to those that are loaded later.",
    };

    private readonly Option<LoadPriority?> _priority = new ChoiceOption<LoadPriority>("--priority")
    {
        Description = "How urgent these loads are.",
        DefaultValueFactory = static _ => LoadPriority.Normal,
    };

    public AddStrategyVerb(Terminal terminal, SessionSource sessions)
        : base("add", "Add a strategy; it is tried before the others.", terminal, sessions)
    {
        Arguments.Add(_name);
        Arguments.Add(_pattern);
        Options.Add(_now);
        Options.Add(_global);
        Options.Add(_priority);
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var command = new RegisterStrategy(parsed.GetRequiredValue(_name), parsed.GetRequiredValue(_pattern))
        {
            Binding = parsed.GetValue(_now) ? Binding.Now : Binding.Lazy,
            Visibility = parsed.GetValue(_global) ? Visibility.Global : Visibility.Local,
            Priority = parsed.GetValue(_priority) ?? LoadPriority.Normal,
        };
        var outcome = await host.Bus.SendAsync(command, cancellationToken);
        if (!outcome.TryGetValue(out var name, out var error))
        {
            return Terminal.Fail(error);
        }

        Terminal.Line($"Added the strategy {name} for {command.Pattern}");
        return 0;
    }
}
