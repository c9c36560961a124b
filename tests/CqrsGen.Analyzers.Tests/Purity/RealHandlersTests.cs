using System.Globalization;
using System.Text.RegularExpressions;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>
/// Handlers as applications have them, with the libraries that they use, in the style of MediatR and of a home-made
/// interface. They stand in Fixtures.
/// </summary>
public sealed partial class RealHandlersTests
{
    private static readonly Dictionary<string, string> s_roles = new()
    {
        ["cqrsgen.query_handlers"] =
            "MediatR.IRequestHandler`2 where request name ends with Query, MediatR.IStreamRequestHandler`2, "
            + "Shop.Domain.IQueryHandler`2",
    };

    [Fact]
    public void TheyCompile() =>
        Compile().GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();

    [Fact]
    public async Task WhatChangesNothing_IsSilent() =>
        (await Analysis.Run(Compile(), s_roles, new QueryEffectsAnalyzer()))
        .Where(static found => Path.GetFileName(found.Location.SourceTree!.FilePath) != "Loud.cs")
        .ShouldBeEmpty();

    [Fact]
    public async Task WhatChangesSomething_ReportsWhatItsNameSays()
    {
        string[] reported = [.. (await Analysis.Run(Compile(), s_roles, new QueryEffectsAnalyzer()))
            .Select(static found => $"{found.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]} {found.Id}")];
        string[] named = [.. LoudPattern().Matches(File.ReadAllText(Path.Combine(Folder, "Loud.cs")))
            .Select(static match => $"{match.Groups[1].Value} {match.Groups[2].Value}")];

        named.Length.ShouldBeGreaterThan(90);
        named.Except(reported).ShouldBeEmpty();
        reported.Except(named).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheMessageShowsTheWholePath() =>
        (await Analysis.Run(Compile(), s_roles, new QueryEffectsAnalyzer()))
        .Select(static found => found.GetMessage(CultureInfo.InvariantCulture))
        .ShouldContain(static message =>
            message.Contains(
                "'ViewCountHandler_CQG1001' writes to the database: Handle → IMyLogger.IncrementViewCount ⇒ "
                + "MyLogger.IncrementViewCount → ",
                StringComparison.Ordinal)
            && message.Contains("SaveChangesAsync (", StringComparison.Ordinal));

    private static string Folder =>
        RulePage.Repository("tests", "CqrsGen.Analyzers.Tests", "Purity", "Fixtures");

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Shop",
        Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal).Select(static path =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path)),
        LibraryReferences.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    [GeneratedRegex("class (\\w+_(CQG[0-9]+))\\b")]
    private static partial Regex LoudPattern();
}
