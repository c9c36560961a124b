using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Calls of which only the name is known, and what a user can say of them.</summary>
public sealed class UnknownCallTests : RuleTests<QueryEffectsAnalyzer, QueryEffectsFixer>
{
    [Theory]
    [InlineData("orders.{|CQG1010:SaveAsync|}(1);")]
    [InlineData("orders.{|CQG1010:Publish|}(1);")]
    [InlineData("new List<int>().ForEach(orders.{|CQG1010:Publish|});")]
    [InlineData("client.{|CQG1010:DeleteAll|}();")]
    public Task ANameThatLooksLikeAWrite_Reports(string statement) => Check(ShopWith(statement));

    [Theory]
    [InlineData("orders.Saved();")]
    [InlineData("orders.Find(1);")]
    [InlineData("new Client(1).DeleteAll();")]
    [InlineData("cache.Store(1);")]
    [InlineData("rows.SaveAll();")]
    [InlineData("using var sha = System.Security.Cryptography.SHA256.Create();")]
    [InlineData("_ = client.DeletedCount;")]
    public Task AnyOtherName_IsSilent(string statement) => Check(ShopWith(statement));

    [Theory]
    [InlineData("orders.{|CQG1009:Find|}(1);")]
    [InlineData("rows.{|CQG1009:SaveAll|}();")]
    [InlineData("dynamic any = query; {|CQG1009:any.Do|}();")]
    [InlineData("Later{|CQG1009:()|};")]
    [InlineData("Deep0();")]
    public async Task WhatIsAskedFor_Reports(string statement)
    {
        string text = statement.Replace("Later{|CQG1009:()|}", "{|CQG1009:Later|}()", StringComparison.Ordinal)
            .Replace("{|CQG1009:any.Do|}", "any.{|CQG1009:Do|}", StringComparison.Ordinal)
            .Replace("Deep0()", "{|CQG1009:Deep0|}()", StringComparison.Ordinal);
        await Check(ShopWith(text) with { EditorConfig = Config("unknown", "report") });
        await Check(ShopWith(text) with { EnabledRules = ["CQG1009"] });
    }

    [Theory]
    [InlineData("strict", "true", "cache2.[|Remove|](1); logger.LogInformation(\"a\");")]
    [InlineData("cache_writes", "report", "cache2.[|Set|](1, 2); logger.LogInformation(\"a\");")]
    [InlineData("logging", "report", "cache2.Set(1, 2); logger.[|LogInformation|](\"a\");")]
    [InlineData("max_depth", "1", "Deep10(); File.[|Delete|](\"a\");")]
    [InlineData("max_depth", "none", "[|Deep10|]();")]
    public Task TheEditorConfigDecides(string key, string value, string statement) =>
        Check(ShopWith(statement) with { EditorConfig = Config(key, value) });

    /// <summary>With the body that the generator of Microsoft.Extensions.Logging writes.</summary>
    [Theory]
    [InlineData("strict", "true", "Log.Asked(logger, 1);")]
    [InlineData("unknown", "report", "Log.Asked(logger, 1);")]
    [InlineData("unknown", "report", "Log.{|CQG1009:Stored|}(logger, 1);")]
    [InlineData("logging", "report", "Log.{|CQG1001:Asked|}(logger, 1);")]
    public Task AMethodOfLoggerMessageLogs(string key, string value, string statement)
    {
        var project = ShopWith(statement);
        return Check(project with
        {
            Sources = [.. project.Sources, Messages],
            EditorConfig = Config(key, value),
        });
    }

    private const string Messages =
        """
        using Microsoft.Extensions.Logging;

        public static partial class Log
        {
            [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order} is asked for")]
            public static partial void Asked(ILogger logger, int order);

            public static void Stored(ILogger logger, int order) => s_asked(logger, order, null);
        }

        partial class Log
        {
            private static readonly Action<ILogger, int, Exception?> s_asked =
                LoggerMessage.Define<int>(LogLevel.Information, new EventId(1), "Order {Order} is asked for");

            public static partial void Asked(ILogger logger, int order)
            {
                if (logger.IsEnabled(LogLevel.Information))
                {
                    s_asked(logger, order, null);
                }
            }
        }
        """;

    [Theory]
    [InlineData("M:Vendor.Client.DeleteAll = Read")]
    [InlineData("# A note.\n\nM:Vendor.Client.DeleteAll = None")]
    public Task WhatAnEffectsFileSaysReads_IsSilent(string lines) =>
        Check(ShopWith("client.DeleteAll();") with { AdditionalFiles = Effects(lines) });

    [Theory]
    [InlineData("M:Vendor.Client.Find = Write(Http)", "client.[|Find|]();")]
    [InlineData("P:Vendor.Client.DeletedCount = Write(Db)", "_ = client.[|DeletedCount|];")]
    [InlineData("M:Vendor.Client.#ctor(System.Int32) = Write(Queue)", "_ = new [|Client|](1);")]
    [InlineData("M:Vendor.Client.Make = ReturnsFresh", "client.Make().Add(1);")]
    public Task WhatAnEffectsFileSaysWrites_Reports(string line, string statement) =>
        Check(ShopWith(statement) with { AdditionalFiles = Effects(line) });

    [Fact]
    public async Task AMarkedImplementation_IsTakenByItsMark()
    {
        const string Types =
            """

            public interface IWork { void Do(); void Skip(); }
            public sealed class Work : IWork
            {
                [HasSideEffects(Effect.Blob)] public void Do() { }
                [AssumeSideEffectFree("a note")] public void Skip() => File.Delete("a");
            }
            """;
        var project = ShopWith("IWork work = null!; work.Skip(); work.[|Do|]();");
        (await Check(project with { Sources = [project.Sources[0] + Types] })).ShouldHaveSingleItem()
            .GetMessage().ShouldContain("to a blob store: HandleAsync → IWork.Do ⇒ Work.Do → [HasSideEffects]");
    }

    [Theory]
    [InlineData("Mark 'Publish' as [SideEffectFree]", "[SideEffectFree]")]
    [InlineData("Mark 'Publish' as [HasSideEffects]", "[HasSideEffects(Effect.Other)]")]
    public async Task TheMemberIsMarked(string title, string attribute)
    {
        using var run = new FixRun(
            MarkedProject.Of(ShopWith("orders.Publish(1);"), ""),
            [new QueryEffectsAnalyzer()],
            new QueryEffectsFixer());
        var actions = await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem());
        await run.ApplyAsync(actions.Single(action => action.Title == title));

        (await run.TextAsync("Source.cs")).ShouldContain($"    {attribute}\n    void Publish(int order);");
        Analysis.Errors((await run.Project.GetCompilationAsync())!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "M:Vendor.Client.DeleteAll = Read\n")]
    [InlineData("# Ours.", "# Ours.\nM:Vendor.Client.DeleteAll = Read\n")]
    [InlineData("# Ours.\n", "# Ours.\nM:Vendor.Client.DeleteAll = Read\n")]
    public async Task ALineIsAdded(string? before, string after)
    {
        var project = ShopWith("client.DeleteAll();");
        project = before is null ? project : project with { AdditionalFiles = Effects(before) };
        using var run = new FixRun(
            MarkedProject.Of(project, ""), [new QueryEffectsAnalyzer()], new QueryEffectsFixer());
        var action = (await run.ActionsAsync((await run.DiagnosticsAsync()).ShouldHaveSingleItem()))
            .ShouldHaveSingleItem();
        action.Title.ShouldBe("Say in an effects file that 'DeleteAll' reads");
        await run.ApplyAsync(action);

        var file = run.Project.AdditionalDocuments.ShouldHaveSingleItem();
        file.Name.ShouldBe("Shop.cqrseffects.txt");
        (await file.GetTextAsync()).ToString().ShouldBe(after);
    }

    [Theory]
    [InlineData("Read everything", "Line 'Read everything' cannot be read. Write 'M:Type.Member(Parameters) = Read'.")]
    [InlineData("M:Vendor.Client.Find = Sometimes",
        "Line 'M:Vendor.Client.Find = Sometimes' cannot be read: there is no effect 'Sometimes'. " + Effect)]
    [InlineData("M:Vendor.Client.Find = Write(Nonsense)",
        "Line 'M:Vendor.Client.Find = Write(Nonsense)' cannot be read: there is no effect " +
        "'Write(Nonsense)'. " + Effect)]
    [InlineData("T:Vendor.Client = Read",
        "Line 'T:Vendor.Client = Read' says nothing: a line speaks of one member. Write a line for each of its " +
        "methods ('M:…'), properties ('P:…') and events ('E:…').")]
    [InlineData("M:Vendor.Client.Gone = Read",
        "Line 'M:Vendor.Client.Gone' names nothing that is referenced. Correct or remove it.")]
    public async Task ALineThatSaysNothing_IsReported(string line, string message)
    {
        var compilation = MarkedProject.Of(ShopWith(""), "").Compile();
        var reported = (await Analysis.Run(
            compilation,
            new Dictionary<string, string>(),
            Effects("M:Vendor.Client.Find = Read\n" + line),
            new AssumptionAnalyzer())).ShouldHaveSingleItem();

        reported.GetMessage().ShouldBe(message);
        reported.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(1);
    }

    private const string Effect = "Write Read, None, ReturnsFresh or one of Write(Blob), Write(Db), Write(File), " +
        "Write(Http), Write(Mail), Write(Other), Write(Process), Write(Queue), Write(Response).";

    [Fact]
    public async Task OfLinesThatContradictEachOther_TheFirstIsReported()
    {
        var compilation = MarkedProject.Of(ShopWith(""), "").Compile();
        var reported = (await Analysis.Run(
            compilation,
            new Dictionary<string, string>(),
            Effects("M:Vendor.Client.Find = Read\nM:Vendor.Client.Find = None\nM:Vendor.Client.Make = Read\n"
                + "M:Vendor.Client.Make = Write(Db)"),
            new AssumptionAnalyzer())).ShouldHaveSingleItem();

        reported.GetMessage().ShouldBe("Line 'M:Vendor.Client.Make = Read' is contradicted by line 4 of "
            + "'Shop.cqrseffects.txt', which counts. Remove one of them.");
        reported.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(2);
    }

    private static Dictionary<string, string> Config(string key, string value) =>
        new() { ["cqrsgen.purity." + key] = value };

    private static Dictionary<string, string> Effects(string text) => new() { ["Shop.cqrseffects.txt"] = text };

    private static SourceProject ShopWith(string statement) => new SourceProject(
        "Shop",
        $$"""
        using System.IO;
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.Extensions.Logging;
        using Vendor;

        namespace Microsoft.Extensions.Caching.Memory
        {
            public interface IMemoryCache { void Remove(object key); }
            public static class CacheExtensions
            {
                public static void Set<T>(this IMemoryCache cache, object key, T value) { }
            }
        }

        public interface IOrders
        {
            Task SaveAsync(int order);
            void Publish(int order);
            void Saved();
            int Find(int order);
        }
        public interface IOrderCache { void Store(int order); }
        [Query] public sealed partial record Get : IQuery<int>;
        public sealed class GetHandler(
            IOrders orders, Client client, IOrderCache cache, Rows rows, IMemoryCache cache2, ILogger<Get> logger)
            : IQueryHandler<Get, int>
        {
            public Func<int> Later { get; init; } = () => 1;

            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken)
            {
                _ = (orders, client, cache, rows, cache2, logger);
                {{statement}}
                return new(1);
            }

            {{string.Concat(Enumerable.Range(0, 13).Select(n => $"private void Deep{n}() => Deep{n + 1}();"))}}
            private static void Deep13() => File.Delete("a");
        }
        """).Referencing(new SourceProject(
            "Vendor",
            """
            namespace Vendor;
            public class Client(int number)
            {
                public int DeletedCount => number;
                public void DeleteAll() { }
                public void Find() { }
                public List<int> Make() => [];
            }
            public class Rows { public void SaveAll() { } }
            """));
}
