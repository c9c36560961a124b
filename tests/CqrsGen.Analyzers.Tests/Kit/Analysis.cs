using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Runs analyzers and compares what they report with the markup.</summary>
public static class Analysis
{
    /// <summary>What the analyzers report in a compilation, in the order of files and positions.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Run(
        Compilation compilation, params DiagnosticAnalyzer[] analyzers)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, _, _) => thrown ??= exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(compilation, [.. analyzers], options)
            .GetAnalyzerDiagnosticsAsync();
        return thrown is null
            ? Sort(found)
            : throw new InvalidOperationException($"An analyzer threw.\n{thrown}", thrown);
    }

    /// <summary>Every error of the compiler.</summary>
    public static IReadOnlyList<Diagnostic> Errors(Compilation compilation) =>
        Sort(compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error));

    /// <summary>Fails unless exactly the marked spans are reported.</summary>
    public static void ShouldMatch(this IEnumerable<Diagnostic> actual, MarkedProject project)
    {
        string[] expected = [.. project.Expectations
            .OrderBy(static mark => mark.File, StringComparer.Ordinal)
            .ThenBy(static mark => mark.Span.Start)
            .ThenBy(static mark => mark.Id, StringComparer.Ordinal)
            .Select(static mark => $"{mark.File}{mark.Span} {mark.Id}")];
        var reported = actual.ToList();
        string[] found = [.. reported.Select(static diagnostic =>
            $"{diagnostic.Location.SourceTree?.FilePath}{diagnostic.Location.SourceSpan} {diagnostic.Id}")];
        found.ShouldBe(expected, "\n" + string.Join('\n', reported));
    }

    private static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(static found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static found => found.Location.SourceSpan.Start)
            .ThenBy(static found => found.Id, StringComparer.Ordinal)];
}
