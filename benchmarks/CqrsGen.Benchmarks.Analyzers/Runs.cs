using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Benchmarks.Analyzers;

/// <summary>The runs that are measured.</summary>
internal static class Runs
{
    /// <summary>What the compiler does by itself: every diagnostic of declarations and bodies.</summary>
    public static Task<Sample> Bind(CSharpCompilation compilation, bool isConcurrent)
    {
        var fresh = compilation.WithOptions(compilation.Options.WithConcurrentBuild(isConcurrent));
        return Sample.Of(() =>
        {
            fresh.GetDiagnostics();
            return Task.CompletedTask;
        });
    }

    /// <summary>What a build does: the same, and the analyzers beside it.</summary>
    public static Task<Sample> Build(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent = true)
    {
        var run = With(compilation.Clone(), analyzers, isConcurrent);
        return Sample.Of(() => run.GetAnalyzerDiagnosticsAsync());
    }

    /// <summary>What an IDE asks for after an edit: the diagnostics of the file that was edited.</summary>
    public static Task<Sample> Edit(
        CSharpCompilation edited, int file, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var run = With(edited.Clone(), analyzers, isConcurrent: true);
        return Sample.Of(async () =>
        {
            var tree = edited.SyntaxTrees[file];
            await run.GetAnalyzerSyntaxDiagnosticsAsync(tree, default);
            await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(tree), null, default);
        });
    }

    /// <summary>Everything that is reported, in an order of its own.</summary>
    public static async Task<IReadOnlyList<string>> Reports(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent) =>
        [.. (await With(compilation.Clone(), analyzers, isConcurrent).GetAnalyzerDiagnosticsAsync())
            .Select(static found => $"{found} {string.Join(' ', found.AdditionalLocations)}")
            .Order(StringComparer.Ordinal)];

    /// <summary>The time that the actions of each analyzer took, in a run that does one thing after another.</summary>
    public static async Task<IReadOnlyList<(string Rule, double Milliseconds, int EndActions)>> Telemetry(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var run = With(compilation.Clone(), analyzers, isConcurrent: false, logTime: true);
        var result = await run.GetAnalysisResultAsync(default);
        return [.. result.AnalyzerTelemetryInfo
            .Select(static pair => (
                pair.Key.GetType().Name,
                pair.Value.ExecutionTime.TotalMilliseconds,
                pair.Value.CompilationEndActionsCount))
            .OrderByDescending(static item => item.TotalMilliseconds)];
    }

    private static CompilationWithAnalyzers With(
        CSharpCompilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        bool isConcurrent,
        bool logTime = false) => new(
        compilation.WithOptions(compilation.Options.WithConcurrentBuild(isConcurrent)),
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty),
            static (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: logTime));
}
