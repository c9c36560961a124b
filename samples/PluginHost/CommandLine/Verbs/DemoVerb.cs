using System.CommandLine;
using CqrsGen;
using PluginHost.Plugins;
using PluginHost.Strategies;

namespace PluginHost.CommandLine.Verbs;

/// <summary>
/// <c>demo</c>, and what runs without arguments: a walk through everything with libraries of this machine.
/// </summary>
internal sealed class DemoVerb(Terminal terminal, SessionSource sessions)
    : Verb("demo", "Load some libraries of this machine, look at them, unload one.", terminal, sessions)
{
    protected override async Task<int> RunAsync(
        HostSession host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var paths = host.Finder.Suggest();
        if (paths.Count == 0)
        {
            return Terminal.Fail(Error.NotFound(
                "plugin.none_found", $"No native library in {host.Finder.Place}. Try another --search-path."));
        }

        Terminal.Heading("A strategy for databases: bind everything at once, load first");
        await host.Bus.SendAsync(
            new RegisterStrategy("databases", "*sqlite*") { Binding = Binding.Now, Priority = LoadPriority.High },
            cancellationToken);
        Display.Strategies(Terminal, await host.Bus.QueryAsync(new ListStrategies(), cancellationToken));

        Terminal.Line();
        Terminal.Heading($"Loading {paths.Count} {(paths.Count == 1 ? "library" : "libraries")} of this machine");
        LoadPlugin[] loads = [.. paths.Select(static path => new LoadPlugin(path))];
        int exitCode = await LoadVerb.LoadAllAsync(host, Terminal, loads, indent: "  ", cancellationToken);

        Terminal.Line();
        Terminal.Heading("What is loaded");
        var plugins = await host.Bus.QueryAsync(new ListLoadedPlugins(), cancellationToken);
        Display.Plugins(Terminal, plugins);
        if (plugins.Count > 0)
        {
            await ShowOneAsync(host, plugins[0].Id, cancellationToken);
        }

        Terminal.Line();
        Terminal.Heading("The events");
        Display.Events(Terminal, host.Journal.Entries);

        Terminal.Line();
        Terminal.Heading("The metrics, of the host and of CqrsGen");
        Display.Metrics(Terminal, host.Metrics.Measurements);
        return exitCode;
    }

    private async Task ShowOneAsync(HostSession host, PluginId id, CancellationToken cancellationToken)
    {
        Terminal.Line();
        Terminal.Heading($"One of them, {id}");
        if (await host.Bus.QueryAsync(new GetPluginInfo(id), cancellationToken) is { } plugin)
        {
            Display.Plugin(Terminal, plugin);
        }

        Terminal.Line();
        Terminal.Heading($"Unloading {id}, first while it is in use");
        var lease = await host.Bus.SendAsync(new HoldPlugin(id), cancellationToken);
        var refused = await host.Bus.SendAsync(new UnloadPlugin(id), cancellationToken);
        Terminal.Line($"  Refused: {refused.Error?.Message}");
        (await host.Bus.SendAsync(new ReleasePlugin(lease.Value), cancellationToken)).ThrowIfFailed();
        (await host.Bus.SendAsync(new UnloadPlugin(id), cancellationToken)).ThrowIfFailed();
        Terminal.Line($"  Released and unloaded {id}");
    }
}
