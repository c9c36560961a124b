using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Tests;

/// <summary>What all rules have in common.</summary>
public sealed class DescriptorTests
{
    public static IEnumerable<object[]> Ids => AllRules.Ids;

    [Fact]
    public void EveryIdIsUsedByOneAnalyzer()
    {
        string[] declared =
            [.. typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetValue(null)!)];

        declared.ShouldBeUnique();
        AllRules.Descriptors.Select(static descriptor => descriptor.Id)
            .ShouldBe(declared.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheLinkLeadsToThePage(string id)
    {
        var rule = Rule(id);

        rule.HelpLinkUri.ShouldBe($"https://github.com/cqrsgen/cqrsgen/blob/main/docs/rules/{id}.md");
        File.Exists(RulePage.Repository("docs", "rules", id + ".md")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheMessageNamesTheSymbolAndSaysMoreThanTheTitle(string id)
    {
        var rule = Rule(id);
        string message = rule.MessageFormat.ToString();

        message.ShouldContain("{0}");
        message.ShouldNotBe(rule.Title.ToString());
        rule.Title.ToString().ShouldNotEndWith(".");
        rule.Description.ToString().ShouldEndWith(".");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheReleaseFilesListTheRule(string id)
    {
        string[] releases = [.. File.ReadLines(Releases("Shipped")), .. File.ReadLines(Releases("Unshipped"))];
        var rule = Rule(id);
        string analyzer = AllRules.Analyzers
            .Single(analyzer => analyzer.SupportedDiagnostics.Contains(rule)).GetType().Name;

        string severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        releases.Count(line => line == $"{id} | {rule.Category} | {severity} | {analyzer}").ShouldBe(1);
    }

    [Fact]
    public void ARuleIsFourFilesWithOneStem()
    {
        foreach (var analyzer in AllRules.Analyzers)
        {
            string stem = analyzer.GetType().Name[..^"Analyzer".Length];
            string group = analyzer.GetType().Namespace!["CqrsGen.Analyzers.".Length..];

            Exists("analyzers", "CqrsGen.Analyzers", group, stem + "Analyzer.cs");
            Exists("tests", "CqrsGen.Analyzers.Tests", group, stem + "Tests.cs");
            if (AllRules.Fixers.Any(fixer => fixer.GetType().Name == stem + "Fixer"))
            {
                Exists("analyzers", "CqrsGen.CodeFixes", group, stem + "Fixer.cs");
            }
        }

        AllRules.Fixers.ShouldAllBe(fixer => AllRules.Analyzers.Any(analyzer =>
            analyzer.GetType().Name == fixer.GetType().Name.Replace("Fixer", "Analyzer", StringComparison.Ordinal)));
    }

    private static void Exists(params string[] path) =>
        File.Exists(RulePage.Repository(path)).ShouldBeTrue(string.Join('/', path));

    private static string Releases(string kind) =>
        RulePage.Repository("analyzers", "CqrsGen.Analyzers", $"AnalyzerReleases.{kind}.md");

    private static DiagnosticDescriptor Rule(string id) =>
        AllRules.Descriptors.Single(descriptor => descriptor.Id == id);
}
