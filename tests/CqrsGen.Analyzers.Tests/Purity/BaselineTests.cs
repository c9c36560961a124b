using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>What an old code base keeps for now.</summary>
public sealed class BaselineTests : RuleTests<QueryEffectsAnalyzer, QueryEffectsFixer>
{
    private const string Line =
        "CQG1001 M:GetHandler.HandleAsync(Get,System.Threading.CancellationToken) writes to a file";

    [Fact]
    public Task WhatIsInTheBaseline_IsSilent() => Check(Shop("File.Delete(\"a\"); {|CQG1005:s_count|}++;") with
    {
        AdditionalFiles = new Dictionary<string, string> { ["Shop.cqrsbaseline.txt"] = "# Old.\n" + Line + "\n" },
    });

    [Fact]
    public async Task AFindingIsAddedToTheBaseline()
    {
        using var run = new FixRun(
            MarkedProject.Of(Shop("File.Delete(\"a\");"), ""), [new QueryEffectsAnalyzer()], new QueryEffectsFixer());
        await run.ApplyAsync((await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem()))
            .ShouldHaveSingleItem());

        var file = run.Project.AdditionalDocuments.ShouldHaveSingleItem();
        file.Name.ShouldBe("Shop.cqrsbaseline.txt");
        (await file.GetTextAsync()).ToString().ShouldBe(Line + "\n");
    }

    [Fact]
    public async Task AFindingIsAddedWhereItSortsIn()
    {
        var project = Shop("File.Delete(\"a\");") with
        {
            AdditionalFiles = new Dictionary<string, string> { ["Shop.cqrsbaseline.txt"] = "# Old.\nCQG1002 M:A B" },
        };
        using var run = new FixRun(
            MarkedProject.Of(project, ""), [new QueryEffectsAnalyzer()], new QueryEffectsFixer());
        await run.ApplyAsync((await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem()))
            .ShouldHaveSingleItem());

        (await run.Project.AdditionalDocuments.ShouldHaveSingleItem().GetTextAsync()).ToString()
            .ShouldBe($"# Old.\n{Line}\nCQG1002 M:A B");
    }

    private static SourceProject Shop(string statements) => Project(
        $$"""
        using System.IO;

        [Query] public sealed partial record Get : IQuery<int>;
        public sealed class GetHandler : IQueryHandler<Get, int>
        {
            private static int s_count = 1;
            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken)
            {
                {{statements}}
                return new(s_count);
            }
        }
        """);
}
