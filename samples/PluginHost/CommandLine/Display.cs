using System.Globalization;
using CqrsGen;
using PluginHost.Observing;
using PluginHost.Plugins;
using PluginHost.Strategies;

namespace PluginHost.CommandLine;

/// <summary>How the things of this host look as text.</summary>
internal static class Display
{
    public static void Plugins(Terminal terminal, IReadOnlyCollection<PluginInfo> plugins)
    {
        if (plugins.Count == 0)
        {
            terminal.Line("  Nothing is loaded.");
            return;
        }

        terminal.Table(
            ["ID", "TYPE", "VERSION", ">MAPPED", ">LOAD TIME", ">LEASES", "PATH"],
            [.. plugins.Select(static plugin => new[]
            {
                plugin.Id.Value,
                Text(plugin.Type),
                ShortVersion(plugin),
                Bytes(plugin.BytesMapped),
                Duration(plugin.LoadTime),
                Number(plugin.Leases),
                plugin.Path,
            })]);
    }

    public static void Plugin(Terminal terminal, PluginInfo plugin)
    {
        var versions = plugin.Versions.Select(static version => $"{version.Version} ({version.Export})");
        terminal.Pairs(
            ("ID", plugin.Id.Value),
            ("Path", plugin.Path),
            ("Type", Text(plugin.Type)),
            ("Version", plugin.Versions.Count == 0 ? "the library does not tell" : string.Join(", ", versions)),
            ("Size", $"{Bytes(plugin.Size)} ({Number(plugin.Size)} bytes)"),
            ("Mapped", Bytes(plugin.BytesMapped) + (plugin.WasMapped ? ", was in the process before" : "")),
            ("Load time", Duration(plugin.LoadTime)),
            ("Loaded at", Time(plugin.LoadedAt)),
            ("Strategy", plugin.Strategy.Value),
            ("Leases", Number(plugin.Leases)));
    }

    public static void Strategies(Terminal terminal, IReadOnlyCollection<StrategyUse> strategies) => terminal.Table(
        ["STRATEGY", "PATTERN", "BINDING", "VISIBILITY", "PRIORITY", ">LOADS"],
        [.. strategies.Select(static use => new[]
        {
            use.Strategy.Name.Value,
            use.Strategy.Pattern,
            Text(use.Strategy.Binding),
            Text(use.Strategy.Visibility),
            Text(use.Strategy.Priority),
            Number(use.Loads),
        })]);

    public static void Events(Terminal terminal, IReadOnlyCollection<(DateTimeOffset At, IEvent Event)> events)
    {
        if (events.Count == 0)
        {
            terminal.Line("  Nothing has happened.");
            return;
        }

        terminal.Table(
            ["TIME", "EVENT", "DETAILS"],
            [.. events.Select(static entry => new[]
            {
                Time(entry.At),
                entry.Event.GetType().Name,
                Details(entry.Event),
            })]);
    }

    public static void Metrics(Terminal terminal, IReadOnlyCollection<Measurement> measurements)
    {
        if (measurements.Count == 0)
        {
            terminal.Line("  Nothing was measured.");
            return;
        }

        terminal.Table(
            ["INSTRUMENT", "TAGS", "VALUE"],
            [.. measurements.Select(static measurement => new[]
            {
                measurement.Instrument,
                measurement.Tags,
                Value(measurement),
            })]);
    }

    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.00} ms");

    public static string Bytes(long bytes) => Math.Abs(bytes) switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
    };

    private static string ShortVersion(PluginInfo plugin)
    {
        const int Width = 24; // libcurl tells the versions of everything that it stands on.
        string version = plugin.Versions.Count == 0 ? "-" : plugin.Versions[0].Version;
        return version.Length <= Width ? version : string.Concat(version.AsSpan(0, Width - 3), "...");
    }

    private static string Details(IEvent @event) => @event switch
    {
        PluginLoaded loaded => $"{loaded.Id}, {Duration(loaded.Duration)}, {Bytes(loaded.BytesMapped)} mapped",
        PluginUnloaded unloaded => $"{unloaded.Id}, {Text(unloaded.Reason)}",
        StrategyChosen chosen => $"{chosen.Name} for {chosen.FileName}",
        StrategyRegistered registered => $"{registered.Strategy.Name} for {registered.Strategy.Pattern}",
        StrategyRemoved removed => removed.Name.Value,
        _ => @event.ToString() ?? "",
    };

    private static string Value(Measurement measurement)
    {
        if (measurement.IsDistribution)
        {
            var mean = TimeSpan.FromSeconds(measurement.Sum / measurement.Count);
            string maximum = Duration(TimeSpan.FromSeconds(measurement.Maximum));
            return $"{Number(measurement.Count)} times, mean {Duration(mean)}, maximum {maximum}";
        }

        return measurement.Unit == "By" ? Bytes((long)measurement.Sum) : Number((long)measurement.Sum);
    }

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) =>
        time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
