using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Runs analyzers and compares what they report with the markup.</summary>
public static class Analysis
{
    /// <summary>What the analyzers report in a compilation, in the order of files and positions.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Run(
        Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        Run(compilation, new Dictionary<string, string>(), analyzers);

    /// <summary>The same with what the .editorconfig says.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Run(
        Compilation compilation,
        IReadOnlyDictionary<string, string> editorConfig,
        params DiagnosticAnalyzer[] analyzers) =>
        Run(compilation, editorConfig, new Dictionary<string, string>(), analyzers);

    /// <summary>The same with files beside the sources.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Run(
        Compilation compilation,
        IReadOnlyDictionary<string, string> editorConfig,
        IReadOnlyDictionary<string, string> additionalFiles,
        params DiagnosticAnalyzer[] analyzers) =>
        Run(compilation, editorConfig, additionalFiles, analyzers, isConcurrent: true);

    /// <summary>What the analyzers report when one action runs after another.</summary>
    public static Task<IReadOnlyList<Diagnostic>> RunOneByOne(
        Compilation compilation, params DiagnosticAnalyzer[] analyzers) => Run(
        compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithConcurrentBuild(false)),
        new Dictionary<string, string>(),
        new Dictionary<string, string>(),
        analyzers,
        isConcurrent: false);

    private static async Task<IReadOnlyList<Diagnostic>> Run(
        Compilation compilation,
        IReadOnlyDictionary<string, string> editorConfig,
        IReadOnlyDictionary<string, string> additionalFiles,
        DiagnosticAnalyzer[] analyzers,
        bool isConcurrent)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(
                [.. additionalFiles.Select(static file => new AdditionalFile(file.Key, file.Value))],
                new EditorConfig(editorConfig)),
            (exception, _, _) => thrown ??= exception,
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(compilation, [.. analyzers], options)
            .GetAnalyzerDiagnosticsAsync();
        return thrown is null
            ? Sort(found)
            : throw new InvalidOperationException($"An analyzer threw.\n{thrown}", thrown);
    }

    /// <summary>Every error of the compiler in what the user wrote.</summary>
    public static IReadOnlyList<Diagnostic> Errors(Compilation compilation) =>
        Errors(compilation.GetDiagnostics());

    /// <summary>
    /// The same with what the compiler finds only when it writes the assembly, and with what it finds in generated
    /// code: that must compile after a fix too. Without the errors that the generator writes itself.
    /// </summary>
    public static IReadOnlyList<Diagnostic> ErrorsOfEmit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        return Sort(compilation.Emit(stream).Diagnostics.Where(static found =>
            found.Severity == DiagnosticSeverity.Error
            && !(found.Id == ErrorDirective && IsGenerated(found.Location.SourceTree))));
    }

    /// <summary>
    /// The rules by which the generator left something out: it writes an <c>#error</c> for each. Without handlers of
    /// types that are missing, which the compiler reports.
    /// </summary>
    public static IReadOnlyList<string> Omissions(Compilation compilation) =>
        [.. compilation.SyntaxTrees
            .Where(IsGenerated)
            .SelectMany(static tree => Regex.Matches(tree.ToString(), "#error (CQG[0-9]+)(?!.*which is no message)"))
            .Select(static match => match.Groups[1].Value)
            .Distinct()];

    private const string ErrorDirective = "CS1029";

    private static ImmutableArray<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        Sort(diagnostics.Where(static found =>
            found.Severity == DiagnosticSeverity.Error && !IsGenerated(found.Location.SourceTree)));

    private static bool IsGenerated(SyntaxTree? tree) =>
        tree is not null && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

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
