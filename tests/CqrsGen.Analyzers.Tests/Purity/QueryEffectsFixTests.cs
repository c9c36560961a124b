using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

public sealed class QueryEffectsFixTests : RuleTests<QueryEffectsAnalyzer, QueryEffectsFixer>
{
    [Theory]
    [InlineData("{|CQG1006:_seen|}++;", "_seen++;")]
    [InlineData("this.{|CQG1006:_seen|} = 2;", "this._seen = 2;")]
    public Task AFieldIsMarked(string before, string after) => CheckFix(
        Handler("// How many.\n    private int _seen;", before),
        Handler("// How many.\n    [MemoField]\n    private int _seen;", after));

    [Fact]
    public Task APropertyOfAnObjectIsMarkedWhereItIsHeld() => CheckFix(
        Handler("private List<int>[] Seen { get; } = [];", "Seen[0].{|CQG1006:Add|}(1);"),
        Handler("[MemoField]\n    private List<int>[] Seen { get; } = [];", "Seen[0].Add(1);"));

    [Theory]
    [InlineData("private int _seen, _other;", "{|CQG1006:_seen|} = _other;")]
    [InlineData("private int _seen;", "query.{|CQG1007:Lines|}[0] = _seen;")]
    [InlineData("private int _seen;", "var same = query; query.{|CQG1007:Page|} = same.Page + _seen;")]
    [InlineData("private int _seen; private void Set(Get get) => get.Page = _seen;", "{|CQG1007:Set|}(query);")]
    [InlineData("private int _seen;", "var same = query.Self(); query.{|CQG1007:Page|} = _seen; _ = same.Page;")]
    [InlineData("private int _seen;", "var same = query.Me; query.{|CQG1007:Page|} = _seen; _ = same.Page;")]
    [InlineData("private int _seen;", "Func<Get> same = query.Self; query.{|CQG1007:Page|} = _seen; _ = same().Page;")]
    public async Task WhatCannotBeMended_HasNoFix(string member, string statement)
    {
        using var run = new FixRun(
            MarkedProject.Of(new SourceProject("Shop", Handler(member, statement)), ""),
            [new QueryEffectsAnalyzer()],
            new QueryEffectsFixer());

        (await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem()))
            .ShouldAllBe(static action => action.Title == "Keep it for now, in the baseline");
    }

    [Fact]
    public Task AMessageIsCopied() => CheckFix(
        Handler("private int _page = 1;", "query.{|CQG1007:Page|} = _page; // The first."),
        Handler("private int _page = 1;", "query = query with { Page = _page }; // The first."));

    [Fact]
    public Task AMessageWhoseMembersAreOnlyRead_IsCopied() => CheckFix(
        Handler("private int _page = 1;", "_ = query.ToString() + query.Lines; query.{|CQG1007:Page|} = _page;"),
        Handler("private int _page = 1;", "_ = query.ToString() + query.Lines; query = query with { Page = _page };"));

    [Theory]
    [InlineData(
        "query.{|CQG1007:Page|} = // the next\n            query.Page + _page;",
        "query = query with { Page = // the next\n            query.Page + _page };")]
    [InlineData(
        "/* a */ query/* b */./* c */{|CQG1007:Page|} /* d */ = /* e */ _page /* f */; // g",
        "/* a */ query = query with { /* b *//* c */Page /* d */ = /* e */ _page /* f */}; // g")]
    public Task AMessageIsCopiedWithItsComments(string before, string after) => CheckFix(
        Handler("private int _page = 1;", before), Handler("private int _page = 1;", after));

    private static string Handler(string member, string statement) =>
        $$"""
        [Query] public sealed partial record Get(int[] Lines) : IQuery<int>
        {
            public int Page { get; set; }
            public Get Me => this;
            public Get Self() => this;
        }

        public sealed class GetHandler : IQueryHandler<Get, int>
        {
            {{member}}

            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken)
            {
                {{statement}}
                return new(query.Page);
            }
        }
        """;
}
