using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests;

/// <summary>The pages in docs/rules say what the rules do.</summary>
public sealed class RulePageTests
{
    public static IEnumerable<object[]> Ids => AllRules.Ids;

    [Fact]
    public void EveryRuleHasAPageAndEveryPageARule() =>
        RulePage.All.ShouldBe(AllRules.Descriptors.Select(static descriptor => descriptor.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageDescribesItsRule(string id)
    {
        var page = new RulePage(id);
        var rule = AllRules.Descriptors.Single(descriptor => descriptor.Id == id);

        page.Heading.ShouldBe($"# {id}: {rule.Title}");
        page.Sections.ShouldBe(["Cause", "Wrong", "Right", "Options", "Suppression"]);
        page.Row("Severity").ShouldBe(rule.DefaultSeverity.ToString());
        page.Row("Group").ShouldBe(rule.Category["CqrsGen.".Length..]);
        (page.Row("Fix") == "No.").ShouldBe(!AllRules.Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WhatIsWrongOnThePageReportsThatRuleAlone(string id)
    {
        var reported = await Report(new RulePage(id).Snippet("Wrong"));

        reported.ShouldNotBeEmpty();
        reported.ShouldAllBe(found => found.Id == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WhatIsRightOnThePageIsSilentAndCompiles(string id)
    {
        string snippet = new RulePage(id).Snippet("Right");

        (await Report(snippet)).ShouldBeEmpty();
        Analysis.Errors(Compile(snippet)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<Diagnostic>> Report(string snippet) =>
        await Analysis.Run(Compile(snippet), [.. AllRules.Analyzers]);

    private static CSharpCompilation Compile(string snippet) =>
        MarkedProject.Of(new SourceProject("Shop", snippet), "").Compile();
}
