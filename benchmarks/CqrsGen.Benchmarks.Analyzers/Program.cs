using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CqrsGen.Analyzers.Purity;
using CqrsGen.Benchmarks.Analyzers;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Arguments: the numbers of query handlers (default 1000 10000).
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] sizes = args.Length == 0 ? [1_000, 10_000] : [.. args.Select(static arg => int.Parse(arg))];
Console.WriteLine("| handlers | binding ms | analyzer ms | ratio | KiB/handler | edit p50 ms | edit p95 ms | same |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
await Measure(Workspace.Of(100)); // Warms up the compiler.
foreach (int size in sizes)
{
    Console.WriteLine(await Measure(Workspace.Of(size)));
}

static async Task<string> Measure(CSharpCompilation compilation)
{
    int handlers = compilation.SyntaxTrees.Length - 1;
    var watch = Stopwatch.StartNew();
    compilation.Clone().GetDiagnostics();
    double binding = watch.Elapsed.TotalMilliseconds;

    var (one, alone, bytes) = await Analyze(compilation.Clone(), isConcurrent: false);
    var (many, _, _) = await Analyze(compilation.Clone(), isConcurrent: true);
    var edits = new List<double>();
    for (int edit = 1; edit <= 40; edit++)
    {
        var edited = Workspace.Edit(compilation, edit * 7 % handlers, edit);
        edits.Add(await Reanalyze(edited, edit * 7 % handlers));
    }

    edits.Sort();
    return string.Create(
        CultureInfo.InvariantCulture,
        $"| {handlers} | {binding:0} | {alone:0} | {alone / binding:0.000} | {bytes / 1024d / handlers:0.0} " +
        $"| {edits[edits.Count / 2]:0.0} | {edits[edits.Count * 95 / 100]:0.0} | {one == many} |");
}

static async Task<(string Found, double Milliseconds, long Bytes)> Analyze(
    CSharpCompilation compilation, bool isConcurrent)
{
    compilation.GetDiagnostics(); // So that what is measured is the analysis.
    long before = GC.GetTotalAllocatedBytes(precise: true);
    var watch = Stopwatch.StartNew();
    var found = await With(compilation, isConcurrent).GetAnalyzerDiagnosticsAsync();
    return (
        string.Join('\n', found.Select(static diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)),
        watch.Elapsed.TotalMilliseconds,
        GC.GetTotalAllocatedBytes(precise: true) - before);
}

static async Task<double> Reanalyze(CSharpCompilation compilation, int handler)
{
    var tree = compilation.SyntaxTrees[handler + 1];
    var model = compilation.GetSemanticModel(tree);
    model.GetDiagnostics(); // An IDE has bound the file before it asks the analyzers.
    var watch = Stopwatch.StartNew();
    await With(compilation, isConcurrent: true).GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
    return watch.Elapsed.TotalMilliseconds;
}

static CompilationWithAnalyzers With(CSharpCompilation compilation, bool isConcurrent) => new(
    compilation,
    [new QueryEffectsAnalyzer()],
    new CompilationWithAnalyzersOptions(
        new AnalyzerOptions(ImmutableArray<Microsoft.CodeAnalysis.AdditionalText>.Empty),
        onAnalyzerException: null,
        concurrentAnalysis: isConcurrent,
        logAnalyzerExecutionTime: false));
