using System.Collections.Immutable;
using System.Globalization;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using CqrsGen.Benchmarks.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Arguments: the numbers of query handlers (default 1000 10000); "build", "edit", "same", "rules" for one table alone;
// "serial" for builds that do one thing after another.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] sizes = [.. args.Select(static arg => int.TryParse(arg, out int size) ? size : 0).Where(static size => size > 0)];
string[] tables = [.. args.Where(static arg => !char.IsAsciiDigit(arg[0]) && arg != "serial")];
bool isConcurrent = !args.Contains("serial");
sizes = sizes.Length == 0 ? [1_000, 10_000] : sizes;

ImmutableArray<DiagnosticAnalyzer> idle = [new IdleAnalyzer()];
ImmutableArray<DiagnosticAnalyzer> all =
    [.. typeof(CqrsAnalyzer).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] sets =
    [("an idle analyzer", idle), ("CQG1001 to 1011", [new QueryEffectsAnalyzer()]), ("all rules", all)];

foreach (int size in sizes)
{
    var compilation = Workspace.Of(size);
    foreach (var tree in compilation.SyntaxTrees.Take(100))
    {
        if (compilation.GetSemanticModel(tree).GetDiagnostics().FirstOrDefault() is { } problem)
        {
            throw new InvalidOperationException(problem.ToString());
        }
    }

    if (Has("build"))
    {
        await Builds(size, compilation);
        var absent = await Runs.Build(Workspace.Of(size, knowsCqrsGen: false), all);
        Console.WriteLine($"\n{size} handlers, without CqrsGen: all rules take {absent.Cpu:0.0} ms of CPU.");
    }

    if (Has("edit"))
    {
        await Edits(size, compilation);
    }

    if (Has("same"))
    {
        var one = await Runs.Reports(compilation, all, isConcurrent: false);
        var many = await Runs.Reports(compilation, all, isConcurrent: true);
        Console.WriteLine(
            $"\n{size} handlers: {one.Count} reports, at concurrency 1 and N " +
            $"{(one.SequenceEqual(many) ? "" : "NOT ")}the same.");
    }

    if (Has("rules"))
    {
        Console.WriteLine($"\n| {size} handlers | ms of its actions | compilation-end actions |\n|---|---|---|");
        foreach (var (rule, milliseconds, endActions) in await Runs.Telemetry(compilation, all))
        {
            Console.WriteLine($"| {rule} | {milliseconds:0} | {endActions} |");
        }
    }
}

bool Has(string table) => tables.Length == 0 || tables.Contains(table);

async Task Builds(int size, CSharpCompilation compilation)
{
    // One after another in each round, so that what else the machine does meets all of them. The first round warms up;
    // a single round comes after smaller projects.
    int rounds = size < 5_000 ? 6 : 1;
    var bindings = new List<Sample>();
    var builds = sets.ToDictionary(static set => set.Name, static _ => new List<Sample>());
    for (int round = 0; round < rounds; round++)
    {
        bindings.Add(await Runs.Bind(compilation, isConcurrent));
        foreach (var (set, analyzers) in sets)
        {
            builds[set].Add(await Runs.Build(compilation, analyzers, isConcurrent));
        }
    }

    var bound = Warm(bindings);
    var floor = Warm(builds[sets[0].Name]);
    Console.WriteLine($"\n| {size} handlers | CPU ms | wall ms | MiB | over binding | over idle | KiB per handler |");
    Console.WriteLine("|---|---|---|---|---|---|---|");
    Console.WriteLine($"| binding | {bound.Cpu:0} | {bound.Wall:0} | {Mebi(bound.Bytes)} | | | |");
    foreach (var (set, _) in sets)
    {
        var built = Warm(builds[set]);
        Console.WriteLine(
            $"| {set} | {built.Cpu:0} | {built.Wall:0} | {Mebi(built.Bytes)} | {Share(built, bound)} " +
            $"| {Share(built, floor)} | {(built.Bytes - floor.Bytes) / 1024 / size:0.0} |");
    }

    static Sample Warm(List<Sample> samples) => Sample.Median(samples.Count > 1 ? samples[1..] : samples);
    string Share(Sample one, Sample other) => $"{(one.Cpu - other.Cpu) / bound.Cpu:0%}";
}

async Task Edits(int size, CSharpCompilation compilation)
{
    const int Warm = 10;
    const int Measured = 60;
    var samples = sets.ToDictionary(static set => set.Name, static _ => new List<Sample>());
    for (int edit = 1; edit <= Warm + Measured; edit++)
    {
        int file = edit * 7 % size;
        compilation = Workspace.Edit(compilation, file, edit);
        for (int turn = 0; turn < sets.Length; turn++)
        {
            // In turns on the same edit, so that what else the machine does meets all of them.
            var (set, analyzers) = sets[(edit + turn) % sets.Length];
            samples[set].Add(await Runs.Edit(compilation, file, analyzers));
        }
    }

    Console.WriteLine(
        $"\n| {size} handlers, one edited | CPU ms p50 | p95 | wall ms p50 | p95 | over idle p50 | p95 | KiB |");
    Console.WriteLine("|---|---|---|---|---|---|---|---|");
    foreach (var (set, _) in sets)
    {
        var own = samples[set].Skip(Warm).ToList();
        var over = own.Zip(samples[sets[0].Name].Skip(Warm), static (one, floor) =>
            new Sample(one.Cpu - floor.Cpu, one.Wall - floor.Wall, one.Bytes - floor.Bytes)).ToList();
        var (half, most) = (Sample.Median(own), Sample.Percentile(own, 95));
        Console.WriteLine(
            $"| {set} | {half.Cpu:0.0} | {most.Cpu:0.0} | {half.Wall:0.0} | {most.Wall:0.0} " +
            $"| {Sample.Median(over).Cpu:0.0} | {Sample.Percentile(over, 95).Cpu:0.0} | {half.Bytes / 1024:0} |");
    }
}

static string Mebi(double bytes) => $"{bytes / 1024 / 1024:0}";
