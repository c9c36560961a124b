using System.CommandLine;
using CqrsGen;
using PluginHost.Plugins;
using PluginHost.Strategies;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>load</c>: loads one or several libraries.</summary>
internal sealed class LoadVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Libraries: paths, or names such as libz.so.1, libz or z.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "How long each may take, in seconds.",
        DefaultValueFactory = static _ => new LoadPlugin("").TimeoutSeconds,
    };

    private readonly Option<LoadPriority?> _priority = new ChoiceOption<LoadPriority>("--priority")
    {
        Description = "How urgent it is. [default: as the strategy says]",
    };

    private readonly Option<bool> _validateOnly = new("--validate-only")
    {
        Description = "Look at the file only; load nothing.",
    };

    public LoadVerb(Terminal terminal, SessionSource sessions)
        : base("load", "Load libraries.", terminal, sessions)
    {
        Arguments.Add(_paths);
        Options.Add(_timeout);
        Options.Add(_priority);
        Options.Add(_validateOnly);
    }

    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var loads = parsed.GetRequiredValue(_paths).Select(path => new LoadPlugin(path)
        {
            TimeoutSeconds = parsed.GetValue(_timeout),
            Priority = parsed.GetValue(_priority),
            ValidateOnly = parsed.GetValue(_validateOnly),
        });
        return await LoadAllAsync(host, Terminal, [.. loads], indent: "", cancellationToken);
    }

    /// <summary>Loads all at once, and shows each outcome in the order of the input.</summary>
    /// <returns>The exit code of the first failure, or 0.</returns>
    public static async Task<int> LoadAllAsync(
        HostSession host, Terminal terminal, LoadPlugin[] loads, string indent, CancellationToken cancellationToken)
    {
        var together = new BatchOptions { OnFailure = BatchFailure.Collect, DegreeOfParallelism = loads.Length };
        var batch = await host.Bus.SendAllAsync(loads, together, cancellationToken);
        int exitCode = 0;
        for (int index = 0; index < loads.Length; index++)
        {
            int code = await ShowAsync(host, terminal, loads[index], batch.Items[index], indent);
            exitCode = exitCode == 0 ? code : exitCode;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return exitCode;
    }

    private static async Task<int> ShowAsync(
        HostSession host, Terminal terminal, LoadPlugin load, BatchItem<Result<PluginId>> item, string indent)
    {
        if (item.Status != BatchItemStatus.Succeeded)
        {
            // Without an exception it never ran, and that is so only when the batch was cancelled, which is said once.
            return item.Exception is null or OperationCanceledException ? 0 : terminal.Fail(Error.From(item.Exception));
        }

        var id = item.Result.Value;
        if (load.ValidateOnly)
        {
            terminal.Line($"'{load.Path}' can be loaded, as '{id}'.");
            return 0;
        }

        // A query of its own: a command answers with an ID, not with a view. Without a token: when the batch was
        // cancelled, what was loaded before is shown all the same.
        if (await host.Bus.QueryAsync(new GetPluginInfo(id), CancellationToken.None) is { } plugin)
        {
            terminal.Line($"{indent}Loaded {id} in {Display.Duration(plugin.LoadTime)} from {plugin.Path}");
        }

        return 0;
    }
}
