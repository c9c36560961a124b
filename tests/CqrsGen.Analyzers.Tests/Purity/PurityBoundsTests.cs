using CqrsGen.Analyzers.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Code of sizes and shapes that must neither hang nor break the search.</summary>
public sealed class PurityBoundsTests : PurityTests
{
    [Fact]
    public Task AThousandMethodsThatCallOneAnother_Reports() => CheckHandler(
        "[|M0|]();",
        string.Concat(Enumerable.Range(0, 1000).Select(static number =>
            $"private void M{number}() {{ M{(number + 1) % 1000}(); M{number / 2}(); }}\n"))
            .Replace("private void M9() {", "private void M9() { shop.SaveChanges();", StringComparison.Ordinal));

    [Fact]
    public Task WhatIsDeeperThanTheBound_IsSilent() => CheckHandler(
        "M0();",
        string.Concat(Enumerable.Range(0, 12)
            .Select(static number => $"private void M{number}() => M{number + 1}();\n"))
            + "private void M12() => shop.SaveChanges();");

    [Fact]
    public Task TenThousandStatements_Reports() => CheckHandler(
        "int x = 0;" + string.Concat(Enumerable.Range(0, 10_000).Select(static number => $"x += {number};\n"))
            + "shop.[|SaveChanges|]();");

    [Fact]
    public Task FiveHundredImplementers_IsSilent() => CheckHandler(
        "IMany many = null!; many.Write();",
        "",
        "public interface IMany { void Write(); }\n" + string.Concat(Enumerable.Range(0, 500).Select(static number =>
            $$"""public sealed class Many{{number}} : IMany { public void Write() => File.Delete("a"); }"""
            + "\n")));

    [Fact]
    public async Task TwoCompilationsAtOnceReportTheSame()
    {
        string[] sources = [Libraries, Query, Handler("Save();", "private void Save() => shop.SaveChanges();")];
        string[] reported = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            string.Join('\n', await Analysis.Run(
                MarkedProject.Of(new SourceProject("Shop", sources), "").Compile(), new QueryEffectsAnalyzer())))));

        reported[0].ShouldContain("SaveChanges");
        reported.Distinct().Count().ShouldBe(1);
    }
}
