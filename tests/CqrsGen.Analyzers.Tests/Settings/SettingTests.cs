using CqrsGen.Analyzers.Purity;
using CqrsGen.Analyzers.Results;
using CqrsGen.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Settings;

/// <summary>What is said to the rules.</summary>
public sealed class SettingTests : RuleTests<SettingAnalyzer>
{
    private const string Source =
        """
        namespace Shop.Orders;

        [Command] public sealed partial record Place(int Order) : ICommand<string>;

        public sealed class PlaceHandler : ICommandHandler<Place, string>
        {
            public ValueTask<string> HandleAsync(Place command, CancellationToken cancellationToken) => new("");
        }

        [Query] public sealed partial record Get : IQuery<int>;

        public sealed class GetHandler : IQueryHandler<Get, int>
        {
            private static int s_count;

            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken) => new(s_count++);
        }
        """;

    private const string Handle =
        "M:Shop.Orders.GetHandler.HandleAsync(Shop.Orders.Get,System.Threading.CancellationToken)";

    [Theory]
    [InlineData("cqrsgen.purity.max_depth", "lots", "a whole number, 0 or more")]
    [InlineData("cqrsgen.purity.max_depth", "-3", "a whole number, 0 or more")]
    [InlineData("cqrsgen.purity.unknown", "yes", "'silent' or 'report'")]
    [InlineData("cqrsgen.purity.strict", "", "'true' or 'false'")]
    [InlineData("cqrsgen.purity.cache_writes", "forbid", "'allow' or 'report'")]
    [InlineData("cqrsgen.purity.logging", "true", "'allow' or 'report'")]
    [InlineData("cqrsgen.message_suffix", "none", "'require' or 'forbid'")]
    [InlineData("cqrsgen.query_handlers", "MediatR.IRequestHandler<,>", Interfaces)]
    [InlineData("cqrsgen.query_handlers", "MediatR.IRequestHandler`2 where name ends with Query", Interfaces)]
    [InlineData("cqrsgen.query_handlers", "MediatR.IRequestHandler`2 where request name ends with", Interfaces)]
    [InlineData("cqrsgen.query_handlers", "Own.IQueryHandler`", Interfaces)]
    public async Task AnOptionThatCannotBeRead_IsReportedOnce(string key, string value, string allowed)
    {
        var reported = (await Reported([Source, "class Other;"], new() { [key] = value })).ShouldHaveSingleItem();

        reported.Id.ShouldBe(DiagnosticIds.UnreadableSetting);
        reported.GetMessage().ShouldBe(
            $"'{key} = {value}' cannot be read, so the default holds. Write {allowed}.");
        reported.Location.SourceTree!.FilePath.ShouldBe("Usings.cs");
    }

    [Theory]
    [InlineData("cqrsgen.purity.max_depth", " 6 ")]
    [InlineData("cqrsgen.purity.unknown", "Report")]
    [InlineData("cqrsgen.purity.strict", "false")]
    [InlineData("cqrsgen.purity.cache_writes", "allow")]
    [InlineData("cqrsgen.message_suffix", "require")]
    [InlineData("cqrsgen.identifier_types", "Shop.OrderNumber, Sku")]
    [InlineData("cqrsgen.query_handlers",
        "MediatR.IRequestHandler`2 where request name ends with Query, Own.IQueryHandler`2; IPlain,")]
    [InlineData("dotnet_diagnostic.CQG1001.severity", "warning")]
    [InlineData("build_property.CqrsGenMessageMap", "true")]
    public async Task AnOptionThatCanBeRead_IsSilent(string key, string value) =>
        (await Reported([Source], new() { [key] = value })).ShouldBeEmpty();

    [Theory]
    [InlineData("cqrsgen.purity.strikt", "cqrsgen.purity.strict")]
    [InlineData("cqrsgen.strict", "cqrsgen.purity.strict")]
    [InlineData("cqrsgen.puritiy.cache_write", "cqrsgen.purity.cache_writes")]
    [InlineData("cqrsgen.message_sufix", "cqrsgen.message_suffix")]
    [InlineData("cqrsgen.identifier_type", "cqrsgen.identifier_types")]
    [InlineData("dotnet_code_quality.cqrsgen.query_handlers", "cqrsgen.query_handlers")]
    public async Task AKeyThatNoRuleHas_IsReportedOnce(string key, string nearest)
    {
        var reported = (await Reported([Source, "class Other;"], new() { [key] = "true" })).ShouldHaveSingleItem();

        reported.Id.ShouldBe(DiagnosticIds.UnreadableSetting);
        reported.GetMessage().ShouldBe(
            $"No rule has the key '{key}', so 'true' changes nothing. Did you mean '{nearest}'?");
    }

    [Theory]
    [InlineData("Own.IHandler", "Own.IHandler`2")]
    [InlineData("IPlain, Own.IHandler where request name ends with Query", "Own.IHandler`2")]
    [InlineData("Own.IHandler`1", null)]
    [InlineData("Own.IBoth, Elsewhere.IHandler", null)]
    public async Task AnInterfaceWithoutTheNumberOfItsTypeParameters_IsReportedOnce(string value, string? counted)
    {
        const string Own =
            """
            namespace Own;

            public interface IHandler<T>;
            public interface IHandler<T, TResult>;
            public interface IBoth;
            public interface IBoth<T>;
            """;
        var reported = await Reported([Own, "class Other;"], new() { ["cqrsgen.query_handlers"] = value });

        reported.Select(static found => found.GetMessage()).ShouldBe(counted is null
            ? []
            : [$"'cqrsgen.query_handlers = {value}' names 'Own.IHandler', which has type parameters. "
                + $"Write '{counted}'."]);
    }

    [Theory]
    [InlineData("cqrsgen.query_handlers", "")]
    [InlineData("dotnet_naming_rule.cqrsgen_messages.severity", "warning")]
    [InlineData("other.cqrsgen.strict", "true")]
    public async Task WhatSwitchesOffOrIsAnothers_IsSilent(string key, string value) =>
        (await Reported([Source], new() { [key] = value })).ShouldBeEmpty();

    [Fact]
    public async Task RolesOfCodeWithoutCqrsGen_AreReadToo()
    {
        var compilation = (new SourceProject("Shop", "class Other;") with { KnowsCqrsGen = false }).Compile();
        var reported = await Analysis.Run(
            compilation,
            new Dictionary<string, string> { ["cqrsgen.query_handlers"] = "IHandler<T>" },
            new SettingAnalyzer());

        reported.ShouldHaveSingleItem().GetMessage().ShouldContain("'cqrsgen.query_handlers = IHandler<T>'");
    }

    [Theory]
    [InlineData("Keep everything", "cannot be read. Write 'CQG2001 T:Shop.PlaceOrder': a rule, and where.")]
    [InlineData("CQG2001 T:Shop.Orders.Place and more",
        "cannot be read. Write 'CQG2001 T:Shop.PlaceOrder': a rule, and where.")]
    [InlineData("CQG3002 T:Shop.Orders.Place",
        "keeps nothing: 'CQG3002' is an error of the build, which must be mended. Remove the line.")]
    [InlineData("CQG1012 T:Shop.Orders.Place", "keeps nothing: a baseline cannot keep 'CQG1012'. Remove the line.")]
    [InlineData("CQG9999 T:Shop.Orders.Place",
        "keeps nothing: the analyzers have no rule 'CQG9999'. Correct the number, or remove the line.")]
    [InlineData("CQG2001 T:Shop.Orders.Gone", Stale)]
    [InlineData("CQG2001 N:Shop.Gone", Stale)]
    [InlineData("CQG2001 T:System.String", Stale)]
    [InlineData("CQG1001 " + Handle + " writes to the database", Stale)]
    public async Task ALineOfABaselineThatKeepsNothing_IsReported(string line, string problem)
    {
        var reported = (await Reported([Source], [], "# Old.\n\n" + line)).ShouldHaveSingleItem();

        reported.Id.ShouldBe(DiagnosticIds.BaselineLine);
        reported.Severity.ShouldBe(problem == Stale ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning);
        reported.GetMessage().ShouldBe("Line 3 of 'Shop.cqrsbaseline.txt' " + problem);
        reported.Location.GetLineSpan().Path.ShouldBe("Shop.cqrsbaseline.txt");
        reported.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("CQG2001 T:Shop.Orders.Place")]
    [InlineData("CQG2001 N:Shop")]
    [InlineData("CQG1005 " + Handle)]
    [InlineData("CQG1005 " + Handle + " writes static state 'GetHandler.s_count'")]
    public async Task ALineThatKeepsSomething_IsSilentAndKeepsIt(string line)
    {
        (await Reported([Source], [], line)).ShouldBeEmpty();

        string[] before = [.. (await Kept("")).Select(static found => found.Id)];
        string[] after = [.. (await Kept(line)).Select(static found => found.Id)];
        before.ShouldBe([DiagnosticIds.CommandResult, DiagnosticIds.QueryWritesStaticState]);
        after.ShouldBe(before.Where(id => id != line[..7]));
    }

    /// <summary>Not every ID that the fix writes can be read back by what .NET has for it.</summary>
    [Theory]
    [InlineData("CQG1005 M:Shop.Explicit.CqrsGen#IQueryHandler{Shop#Ask,System#Int32}#HandleAsync(Shop.Ask,"
        + "System.Threading.CancellationToken) writes static state 'Explicit.s_count'")]
    [InlineData("CQG1005 M:Shop.Explicit.CqrsGen#IQueryHandler{Shop#Ask,System#Int32}#HandleAsync(Shop.Ask,"
        + "System.Threading.CancellationToken)")]
    public async Task AnIdOfAnExplicitImplementation_Keeps(string line)
    {
        (await Reported([Explicit], [], line)).ShouldBeEmpty();
        (await Reported([Explicit], [], line.Replace("Ask,System#", "Ask,System#U", StringComparison.Ordinal)))
            .ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("P:Shop.Fill.Items", "Items")]
    [InlineData("F:Shop.Fill.Second", "Second")]
    [InlineData("F:Shop.Fill.First", "First")]
    public async Task ALineNamesAParameterOfARecordOrOneOfSeveralFields(string place, string kept)
    {
        string line = "CQG4002 " + place;
        (await Reported([Fields], [], line)).ShouldBeEmpty();

        (await MutableIn(line)).ShouldBe(new[] { "Items", "First", "Second" }.Where(name => name != kept));
    }

    [Fact]
    public async Task ALineNamesTopLevelStatements()
    {
        const string Line = "CQG3009 M:Program.{Main}$(System.String[])";
        var compilation = Compile(
            """
            IDispatcher dispatcher = null!;
            dispatcher.SendAsync(new Shop.Fill([]));
            """,
            Fields);
        var program = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        (await Found("")).ShouldHaveSingleItem();
        (await Found(Line)).ShouldBeEmpty();
        (await Analysis.Run(program, new Dictionary<string, string>(), Baselines(Line), new SettingAnalyzer()))
            .ShouldBeEmpty();

        Task<IReadOnlyList<Diagnostic>> Found(string line) => Analysis.Run(
            program,
            new Dictionary<string, string>(),
            Baselines(line),
            new CqrsGen.Analyzers.Handlers.UnawaitedDispatchAnalyzer(),
            new BaselineSuppressor());
    }

    [Theory]
    [InlineData("CQG2002 T:Shop.Orders.Place")]
    [InlineData("CQG2001 T:Shop.Orders.Get")]
    [InlineData("CQG2001 N:Shop.Or")]
    public async Task AnotherLine_KeepsNothing(string line) => (await Kept(line)).Count.ShouldBe(2);

    [Fact]
    public void EveryRuleThatIsNoErrorCanBeKept() =>
        Baseline.Rules.Order(StringComparer.Ordinal).ShouldBe(AllRules.Descriptors
            .Where(static rule => rule.DefaultSeverity != DiagnosticSeverity.Error)
            .Select(static rule => rule.Id)
            .Except(Baseline.Own));

    [Fact]
    public void EveryRuleThatIsAnErrorIsKnownAsOne() =>
        Baseline.Errors.Order(StringComparer.Ordinal).ShouldBe(AllRules.Descriptors
            .Where(static rule => rule.DefaultSeverity == DiagnosticSeverity.Error)
            .Select(static rule => rule.Id));

    private const string Stale = "is not needed any more: there is no such finding. Remove the line.";
    private const string Interfaces = "interfaces with their namespaces, such as 'MediatR.IRequestHandler`2 where "
        + "request name ends with Query', separated by commas";

    private const string Explicit =
        """
        namespace Shop;

        [Query] public sealed partial record Ask(int Id) : IQuery<int>;

        public sealed class Explicit : IQueryHandler<Ask, int>
        {
            private static int s_count;

            ValueTask<int> IQueryHandler<Ask, int>.HandleAsync(Ask query, CancellationToken cancellationToken) =>
                new(s_count++);
        }
        """;

    private const string Fields =
        """
        namespace Shop;

        [Command] public sealed partial record Fill(List<int> Items) : ICommand
        {
            public List<int> First = [], Second = [];
        }

        public sealed class FillHandler : ICommandHandler<Fill>
        {
            public ValueTask HandleAsync(Fill command, CancellationToken cancellationToken) => default;
        }
        """;

    private static async Task<IReadOnlyList<string>> MutableIn(string baseline) =>
    [
        .. (await Analysis.Run(
            Compile(Fields),
            new Dictionary<string, string>(),
            Baselines(baseline),
            new CqrsGen.Analyzers.Messages.MutableCollectionAnalyzer(),
            new BaselineSuppressor()))
        .Select(static found => found.Location.SourceTree!.ToString().Substring(
            found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)),
    ];

    private static Task<IReadOnlyList<Diagnostic>> Reported(
        string[] sources, Dictionary<string, string> config, string baseline = "") =>
        Analysis.Run(Compile(sources), config, Baselines(baseline), new SettingAnalyzer());

    private static Task<IReadOnlyList<Diagnostic>> Kept(string baseline) => Analysis.Run(
        Compile(Source),
        new Dictionary<string, string>(),
        Baselines(baseline),
        new CommandResultAnalyzer(),
        new QueryEffectsAnalyzer(),
        new BaselineSuppressor());

    private static CSharpCompilation Compile(params string[] sources) =>
        MarkedProject.Of(Project(sources), "").Compile();

    private static Dictionary<string, string> Baselines(string text) => new() { ["Shop.cqrsbaseline.txt"] = text };
}
