using System.CommandLine;
using PluginHost.Loading;

namespace PluginHost.CommandLine;

/// <summary>The options that concern the host as a whole. They may stand before or after the verb.</summary>
internal sealed class HostSettings
{
    private readonly Option<int> _workers = new("--workers")
    {
        Description = "How many libraries load at once.",
        DefaultValueFactory = static _ => new PoolOptions().Workers,
        Recursive = true,
    };

    private readonly Option<int> _queue = new("--queue")
    {
        Description = "How many loads may wait for their turn.",
        DefaultValueFactory = static _ => new PoolOptions().QueueLength,
        Recursive = true,
    };

    private readonly Option<string[]> _searchPath = new("--search-path")
    {
        Description = "Search this directory for libraries, not those of the system. May be repeated.",
        HelpName = "directory",
        Recursive = true,
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Write log messages to standard error.",
        Recursive = true,
    };

    public HostSettings()
    {
        RequirePositive(_workers);
        RequirePositive(_queue);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_workers);
        command.Options.Add(_queue);
        command.Options.Add(_searchPath);
        command.Options.Add(_verbose);
    }

    public HostOptions Read(ParseResult parsed) => new()
    {
        Pool = new PoolOptions { Workers = parsed.GetValue(_workers), QueueLength = parsed.GetValue(_queue) },
        SearchPath = parsed.GetValue(_searchPath) is { Length: > 0 } directories ? directories : null,
        IsVerbose = parsed.GetValue(_verbose),
    };

    private static void RequirePositive(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError($"{option.Name} must be 1 or more.");
        }
    });
}
