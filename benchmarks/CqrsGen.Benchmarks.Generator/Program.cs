using System.Globalization;
using CqrsGen.Benchmarks.Generator;
using CqrsGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

// Arguments: the numbers of pairs (default 100 1000 10000); "probe" for the floor, a generator that only looks; "plain"
// for a project that switches the built-in middleware off; "modules" for twenty references with modules.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var sizes = args
    .Select(static arg => int.TryParse(arg, out int size) ? size : 0)
    .Where(static size => size > 0)
    .ToList();
if (sizes.Count == 0)
{
    sizes = [100, 1_000, 10_000];
}

Func<IIncrementalGenerator> generator = args.Contains("probe")
    ? static () => new Probe()
    : static () => new CqrsGenGenerator();
Console.WriteLine($"| pairs | run | CPU ms | MiB | files |\n|---|---|---|---|---|");
foreach (int size in sizes)
{
    int rounds = size switch { <= 100 => 60, <= 1_000 => 15, _ => 5 };
    var runs = new PairRuns(new Workspace(size, isPlain: args.Contains("plain")), generator);
    Report(size, "first", rounds, runs.First);
    runs.Warm();
    Report(size, "unrelated edit", rounds, runs.Unrelated);
    Report(size, "one body", rounds, runs.Body);
    Report(size, "unrelated declaration", rounds, runs.Declaration);
    Report(size, "one message renamed", rounds, runs.Renamed);
}

if (args.Length == 0 || args.Contains("modules"))
{
    var modules = Enumerable.Range(0, 20).Select(number => Workspace.Module(number, generator)).ToList();
    foreach (var (name, references) in new[] { ("no modules", []), ("20 modules", modules) })
    {
        var runs = new PairRuns(new Workspace(10, references), generator);
        Report(10, $"first, {name}", 200, runs.First);
        runs.Warm();
        Report(10, $"unrelated edit, {name}", 400, runs.Unrelated);
    }
}

static void Report(int size, string name, int rounds, Func<Sample> run)
{
    for (int round = 0; round < Math.Max(2, rounds / 3); round++)
    {
        run();
    }

    var samples = Enumerable.Range(0, rounds).Select(_ => run()).ToList();
    double cpu = Median(samples.Select(static sample => sample.Cpu.TotalMilliseconds));
    double bytes = Median(samples.Select(static sample => (double)sample.Bytes));
    Console.WriteLine($"| {size} | {name} | {cpu:0.00} | {bytes / 1024 / 1024:0.00} | {samples[^1].Files} |");
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}

namespace CqrsGen.Benchmarks.Generator
{
    internal readonly record struct Sample(TimeSpan Cpu, long Bytes, int Files);

    /// <summary>The floor: binds one declared symbol per candidate and emits nothing.</summary>
    internal sealed class Probe : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.SyntaxProvider
                    .CreateSyntaxProvider(
                        static (node, _) => node is TypeDeclarationSyntax { BaseList: not null },
                        static (found, token) =>
                        {
                            var model = found.SemanticModel;
                            _ = model.Compilation.Assembly.GetAttributes();
                            _ = model.Compilation.SourceModule.GetAttributes();
                            return model.GetDeclaredSymbol(found.Node, token) is INamedTypeSymbol type
                                ? type.AllInterfaces.Length
                                : 0;
                        })
                    .Collect()
                    .Select(static (all, _) => all.Sum()),
                static (_, _) => { });
    }

    internal sealed class PairRuns(Workspace workspace, Func<IIncrementalGenerator> generator)
    {
        private GeneratorDriver _driver = null!;
        private CSharpCompilation _compilation = null!;

        public Sample First()
        {
            var compilation = workspace.Fresh();
            GC.Collect(); // The files were made before: what it costs to keep them is not the generator's.
            return Measure(() => Workspace.Driver(generator()).RunGenerators(compilation), out _);
        }

        public void Warm()
        {
            _compilation = workspace.Fresh();
            _driver = Workspace.Driver(generator()).RunGenerators(_compilation);
        }

        public Sample Unrelated() => Again(workspace.EditUnrelated(_compilation));

        public Sample Declaration() => Again(workspace.EditDeclaration(_compilation));

        public Sample Body() => Again(workspace.EditBody(_compilation));

        public Sample Renamed() => Again(workspace.Rename(_compilation));

        private Sample Again(CSharpCompilation edited)
        {
            _compilation = edited;
            return Measure(() => _driver.RunGenerators(edited), out _driver);
        }

        private static Sample Measure(Func<GeneratorDriver> run, out GeneratorDriver driver)
        {
            long bytes = GC.GetTotalAllocatedBytes(precise: true);
            var before = Environment.CpuUsage.TotalTime;
            driver = run();
            var cpu = Environment.CpuUsage.TotalTime - before;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
            return new Sample(cpu, bytes, driver.GetRunResult().GeneratedTrees.Length);
        }
    }
}
