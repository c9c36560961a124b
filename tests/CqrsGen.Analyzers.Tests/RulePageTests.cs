using System.Text.RegularExpressions;
using CqrsGen.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests;

/// <summary>The pages in docs/rules say what the rules do.</summary>
public sealed partial class RulePageTests
{
    public static IEnumerable<object[]> Ids => AllRules.Ids;

    /// <summary>The IDs that no analyzer reports: the generator does, or the build.</summary>
    public static IEnumerable<object[]> OtherIds => RulePage.All
        .Except(AllRules.Descriptors.Select(static descriptor => descriptor.Id))
        .Select(static id => new object[] { id });

    [Fact]
    public void EveryIdThatCanAppearHasAPageAndEveryPageAnId() => RulePage.All.ShouldBe(IdsInSources());

    /// <summary>However the code makes a key: what is asked for when every rule runs, and what is written.</summary>
    [Fact]
    public async Task EveryKeyOfAnEditorConfigStandsInTheGuide()
    {
        string guide = File.ReadAllText(RulePage.Repository("docs", "guide", "options.md"));
        string[] listed = [.. GuideKeyPattern().Matches(guide).Select(static match => match.Groups[1].Value)];
        var config = new CountingConfig([]);
        var project = new SourceProject("Shop", Samples.Wrong)
        {
            EnabledRules = AllRules.OffByDefault(AllRules.Analyzers),
        };
        await new CompilationWithAnalyzers(
            Compile(project),
            AllRules.Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([], config), null, true, false))
            .GetAnalyzerDiagnosticsAsync();
        string[] asked = [.. config.Keys.Where(static key => key.StartsWith("cqrsgen.", StringComparison.Ordinal))];
        string[] written = [.. Directory.GetFiles(
                RulePage.Repository("analyzers"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => KeyPattern().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups[1].Value)
            .Where(static key => !key.EndsWith('.'))];

        asked.Length.ShouldBeGreaterThan(7);
        asked.ShouldBe(listed.Order(StringComparer.Ordinal));
        written.ShouldNotBeEmpty();
        written.ShouldBeSubsetOf(listed);
    }

    [GeneratedRegex("\"(cqrsgen\\.[a-z_.]+)\"")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^\\| `(cqrsgen\\.[a-z_.]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex GuideKeyPattern();

    [Theory]
    [MemberData(nameof(OtherIds))]
    public void APageWithoutAnalyzerHasTheSameParts(string id)
    {
        var page = new RulePage(id);

        page.Heading.ShouldStartWith($"# {id}: ");
        page.Sections.ShouldBe(["Cause", "Wrong", "Right", "Options", "Suppression"]);
        page.Row("Severity").ShouldBe("Error");
        page.Row("Fix").ShouldBe("No.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageDescribesItsRule(string id)
    {
        var page = new RulePage(id);
        var rule = AllRules.Descriptors.Single(descriptor => descriptor.Id == id);

        page.Heading.ShouldBe($"# {id}: {rule.Title}");
        page.Sections.ShouldBe(["Cause", "Wrong", "Right", "Options", "Suppression"]);
        page.Row("Severity").ShouldBe(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Off");
        page.Row("Group").ShouldBe(rule.Category["CqrsGen.".Length..]);
        (page.Row("Fix") == "No.").ShouldBe(!AllRules.Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WhatIsWrongOnThePageReportsThatRuleAlone(string id)
    {
        var reported = await Report(id, new RulePage(id).Project("Wrong"));

        reported.ShouldNotBeEmpty();
        reported.ShouldAllBe(found => found.Id == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WhatIsRightOnThePageIsSilentAndCompiles(string id)
    {
        var project = new RulePage(id).Project("Right");

        (await Report(id, project)).ShouldBeEmpty();
        Analysis.Errors(Compile(project)).ShouldBeEmpty();
    }

    /// <summary>What all rules report, this one also when it is off by default.</summary>
    private static async Task<IEnumerable<Diagnostic>> Report(string id, SourceProject project) =>
        await Analysis.Run(
            Compile(project with { EnabledRules = [id] }),
            project.EditorConfig,
            project.AdditionalFiles,
            [.. AllRules.Analyzers, new BaselineSuppressor()]);

    private static CSharpCompilation Compile(SourceProject project) => MarkedProject.Of(project, "").Compile();

    /// <summary>What analyzers, the generator's <c>#error</c> lines and the MSBuild files say.</summary>
    private static IEnumerable<string> IdsInSources() => new[] { "src", "generators", "analyzers" }
        .SelectMany(static folder => Directory.EnumerateFiles(
            RulePage.Repository(folder), "*.*", SearchOption.AllDirectories))
        .Where(static file => Path.GetExtension(file) is ".cs" or ".props" or ".targets"
            && !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .SelectMany(static file => IdPattern().Matches(File.ReadAllText(file)))
        .Select(static match => match.Value)
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("CQG[0-9]{4}")]
    private static partial Regex IdPattern();
}
