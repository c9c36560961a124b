namespace CqrsGen.Analyzers.Tests.Purity;

public sealed class QueryEffectsTests : PurityTests
{
    [Theory]
    [InlineData("await shop.[|SaveChangesAsync|](cancellationToken);")]
    [InlineData("shop.[|SaveChanges|]();")]
    [InlineData("connection.[|Execute|](\"update t set x = 1\");")]
    [InlineData("string sql = $\"DELETE FROM t WHERE id = {query.Id}\"; connection.[|Execute|](sql);")]
    [InlineData("connection.[|Query<int>|](\"with x as (delete from t returning id) select * from x\");")]
    [InlineData("command.[|ExecuteNonQuery|]();")]
    [InlineData("await http.[|PostAsync|](\"/\", null, cancellationToken);")]
    [InlineData("await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Put, \"/\"));")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Delete, \"/\"); await http.[|SendAsync|](request);")]
    [InlineData("File.[|WriteAllText|](\"a\", \"b\");")]
    [InlineData("using var file = new [|FileStream|](\"a\", FileMode.Create);")]
    [InlineData("using var file = new [|StreamWriter|](\"a\");")]
    [InlineData("System.Diagnostics.Process.[|Start|](\"a\");")]
    [InlineData("await dispatcher.{|CQG1002:SendAsync|}(new Do());")]
    [InlineData("await dispatcher.{|CQG1003:PublishAsync|}(new Done());")]
    [InlineData("await events.{|CQG1004:AppendToStreamAsync|}(\"a\", 1);")]
    [InlineData("query.{|CQG1007:Seen|} = 1;")]
    [InlineData("query.{|CQG1007:Seen|}++;")]
    [InlineData("query.Lines.{|CQG1007:Add|}(new Line());")]
    [InlineData("query.Lines[0].{|CQG1007:Count|} = 1;")]
    [InlineData("foreach (var line in query.Lines) line.{|CQG1007:Name|} = null;")]
    [InlineData("query.Lines.ForEach(line => line.{|CQG1007:Count|}++);")]
    [InlineData("var lines = query.Lines; lines.{|CQG1007:Clear|}();")]
    [InlineData("query.Lines.First(line => line.Count > 1).{|CQG1007:Count|} = 2;")]
    public Task AnEffectInTheHandler_Reports(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("{|CQG1005:s_count|}++;", "private static int s_count;")]
    [InlineData("Interlocked.Increment(ref {|CQG1005:s_count|});", "private static int s_count;")]
    [InlineData("{|CQG1005:Last|} = query.Id;", "public static int Last { get; set; }")]
    [InlineData("s_seen.{|CQG1005:Add|}(query.Id);", "private static readonly HashSet<int> s_seen = [];")]
    [InlineData("{|CQG1005:s_seen|}[0] = 1;", "private static readonly int[] s_seen = new int[9];")]
    public Task AWriteOfStaticState_Reports(string statements, string members) => CheckHandler(statements, members);

    [Theory]
    [InlineData("[|Save|]();", "private void Save() => shop.SaveChanges();")]
    [InlineData("_ = [|Value|];", "private int Value { get { shop.SaveChanges(); return 1; } }")]
    [InlineData("void Local() => shop.SaveChanges(); [|Local|]();", "")]
    [InlineData("Action save = () => shop.[|SaveChanges|](); save();", "")]
    [InlineData("_ = query.Lines.Select(line => shop.[|SaveChanges|]()).ToList();", "")]
    [InlineData("await Task.Run(() => shop.[|SaveChanges|]());", "")]
    [InlineData("Run(() => shop.[|SaveChanges|]());", "private static void Run(Action action) => action();")]
    [InlineData("foreach (int item in [|Items|]()) { }",
        "private IEnumerable<int> Items() { yield return shop.SaveChanges(); }")]
    [InlineData("await [|SaveAsync|]();",
        "private async Task SaveAsync() { await Task.Yield(); await shop.SaveChangesAsync(); }")]
    public Task AnEffectThatTheHandlerReaches_Reports(string statements, string members) =>
        CheckHandler(statements, members);

    [Theory]
    [InlineData("ISink sink = null!; sink.[|Write|]();", "public interface ISink { void Write(); }")]
    [InlineData("Base sink = null!; sink.[|Write|]();", "public interface ISink;")]
    [InlineData("_ = new [|Opened|]();", "public interface ISink;")]
    [InlineData("shop.[|SaveNow|]();", "public interface ISink;")]
    [InlineData("Generic.[|Call|](new Sink());", "public interface ISink { void Write(); }")]
    [InlineData("_ = new Sink() [|+|] new Sink();", "public interface ISink;")]
    public async Task EveryKindOfCallIsFollowed_Reports(string statements, string types)
    {
        string text = statements.Contains('+', StringComparison.Ordinal)
            ? "_ = [|new Sink() + new Sink()|];"
            : statements;
        await CheckHandler(text, "", types + """

            public abstract class Base { public abstract void Write(); }
            public sealed class Sink : Base, ISink
            {
                public override void Write() => File.Delete("a");
                public static Sink operator +(Sink one, Sink other) { one.Write(); return other; }
            }
            public sealed class Opened
            {
                private readonly object _file = File.Create("a");
                public object Made => _file;
            }
            public static class Generic
            {
                public static void Call<T>(T sink) where T : Base => sink.Write();
                public static void SaveNow(this Shop shop) => shop.SaveChanges();
            }
            """);
    }

    [Fact]
    public Task TheMessageShowsThePath() => CheckMessage(
        "Query handler 'GetHandler' writes to HTTP: HandleAsync → Acknowledge → IApi.Patch (Source3.cs:14). Move the " +
        "write into a command, or mark 'GetHandler.Acknowledge' [ReadOnlyCall(\"why\")].",
        Libraries,
        Query,
        Handler(
            "await [|Acknowledge|](null!);",
            "private static Task Acknowledge(IApi api) => api.Patch();",
            "public interface IApi { [Refit.Patch(\"/\")] Task Patch(); [Refit.Get(\"/\")] Task Get(); }"));

    /// <summary>The member that is named can be marked, is silent then, and the mark is not called needless.</summary>
    [Theory]
    [InlineData("[|Local|](); void Local() { foreach (int one in new[] { 1 }) http.PutAsync(\"/\", null); }",
        "'GetHandler.HandleAsync'")]
    [InlineData("_ = [|All|];", "'GetHandler.All'", "private Task All => http.PutAsync(\"/\", null);")]
    [InlineData("_ = [|this|][1];", "'GetHandler.this[]'", "private Task this[int i] => http.PutAsync(\"/\", null);")]
    [InlineData("_ = new [|Totals|](http);", "'Totals.Totals'",
        "private sealed class Totals { public Totals(HttpClient http) => http.PutAsync(\"/\", null); }")]
    public async Task TheMemberToMarkIsNamed(string statements, string named, string members = "")
    {
        var reported = await Check(Libraries, Query, Handler(statements, members));

        reported.ShouldHaveSingleItem().GetMessage().ShouldEndWith($", or mark {named} [ReadOnlyCall(\"why\")].");
    }

    /// <summary>A mark on what certainly writes would be a lie. SQL that cannot be read may only ask.</summary>
    [Theory]
    [InlineData("shop.[|SaveChanges|]();", false)]
    [InlineData("File.[|WriteAllText|](\"a\", \"b\");", false)]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders\");", false)]
    [InlineData("connection.[|Execute|](Environment.CurrentDirectory);", true)]
    public async Task OnlyWhatMayBeAReadIsToBeMarked(string statements, bool isOffered)
    {
        var reported = await Check(Libraries, Query, Handler(statements));

        reported.ShouldHaveSingleItem().GetMessage().ShouldEndWith(isOffered
            ? ". Move the write into a command, or mark 'GetHandler.HandleAsync' [ReadOnlyCall(\"why\")]."
            : ". Move the write into a command.");
    }

    [Fact]
    public async Task WhatIsChangedIsNamedAndNotTheMethod()
    {
        var reported = await Check(
            Libraries, Query, Handler("_seen.{|CQG1006:Add|}(1);", "private readonly List<int> _seen = [];"));

        string message = reported.ShouldHaveSingleItem().GetMessage();
        message.ShouldStartWith("Query handler 'GetHandler' changes 'GetHandler._seen', which outlives the call: ");
        message.ShouldContain("GetHandler._seen.Add (");
    }

    [Fact]
    public Task ADispatchedCallAndALongPathAreShownShort() => CheckMessage(
        "Query handler 'GetHandler' writes to the database: HandleAsync → A → B → … (3 more) … → ISink.Write ⇒ " +
        "Sink.Write → DbContext.SaveChanges (Source3.cs:26). Move the write into a command.",
        Libraries,
        Query,
        Handler(
            "[|A|](null!);",
            """
            private void A(ISink sink) => B(sink);
            private void B(ISink sink) => C(sink);
            private void C(ISink sink) => D(sink);
            private void D(ISink sink) => E(sink);
            private void E(ISink sink) => sink.Write(shop);
            """,
            """
            public interface ISink { void Write(Shop shop); }
            public sealed class Sink : ISink
            {
                public void Write(Shop shop)
                {
                    shop.SaveChanges();
                }
            }
            """));

    [Fact]
    public async Task EveryHopIsALocation()
    {
        var reported = (await Check(
            Libraries, Query, Handler("[|Save|]();", "private void Save() => shop.SaveChanges();")))
            .ShouldHaveSingleItem();

        reported.AdditionalLocations.ShouldHaveSingleItem().SourceTree!.FilePath.ShouldBe("Source3.cs");
        reported.Properties["Path"].ShouldBe("HandleAsync → Save → DbContext.SaveChanges");
        reported.Properties["Effect"].ShouldBe("writes to the database");
    }

    [Fact]
    public Task AnEffectIsReportedOnceByItsShortestPath_Reports() => CheckHandler(
        "Far(); shop.[|SaveChanges|](); shop.SaveChanges();", "private void Far() => shop.SaveChanges();");

    [Fact]
    public Task AHomeMadeLoggerThatCountsViews_Reports() => CheckHandler(
        "IMyLogger log = null!; log.[|IncrementViewCount|]();",
        "",
        """
        public interface IMyLogger { void IncrementViewCount(); }
        public sealed class MyLogger(Shop shop) : IMyLogger
        {
            public void IncrementViewCount() => shop.SaveChanges();
        }
        """);

    [Theory]
    [InlineData("public void IncrementViewCount() => File.WriteAllText(\"/data/views\", \"1\");")]
    [InlineData("public void IncrementViewCount() => Count(); private void Count() => File.Delete(\"/data/views\");")]
    [InlineData("public void IncrementViewCount() => LogAll(); "
        + "private static int s_views; public static void LogAll() => Add(); private static void Add() => s_views++;",
        true)]
    [InlineData("public void IncrementViewCount() => Log(\"\"); public void Log(string text) => Append(text); "
        + "private void Append(string text) => Add(text); "
        + "private void Add(string text) => File.AppendAllText(\"a\", text);",
        true)]
    [InlineData("private readonly StreamWriter _file = new(\"a\"); public void IncrementViewCount() => _file.Flush();",
        true)]
    public Task AHomeMadeLoggerWritesItsLogWhereItLogs_ReportsTheRest(string members, bool logs = false) =>
        CheckHandler(
            $"IMyLogger log = new MyLogger(); log.{(logs ? "IncrementViewCount" : "[|IncrementViewCount|]")}();",
            "",
            $$"""
            public interface IMyLogger { void IncrementViewCount(); }
            public sealed class MyLogger : IMyLogger { {{members}} }
            """);

    [Fact]
    public Task AMarkedMethodAndAStreamQuery_Report() => Check(
        Libraries,
        Query,
        """
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        public static class Queries
        {
            [Handler] public static int One(Get query, Shop shop) => shop.[|SaveChanges|]();
            [Handler] public static async IAsyncEnumerable<int> Watch(Watch query, Shop shop)
            {
                await Task.Yield();
                yield return shop.[|SaveChanges|]();
            }
        }
        """);

    [Fact]
    public Task MiddlewareForQueries_Reports() => Check(
        Libraries,
        Query,
        """
        [Middleware(Order = 1, Kinds = MessageKinds.Queries)]
        public sealed class Counting(Shop shop)
        {
            public void Before<TMessage>(TMessage message) => shop.[|SaveChanges|]();
        }
        [Middleware(Order = 2)]
        public sealed class Saving(Shop shop)
        {
            public void Before<TMessage>(TMessage message) => shop.SaveChanges();
        }
        """);

    [Fact]
    public Task ACommandHandler_IsSilent() => Check(
        Libraries,
        Query,
        """
        [Command] public sealed partial record Save : ICommand;
        public sealed class SaveHandler(Shop shop) : ICommandHandler<Save>
        {
            public async ValueTask HandleAsync(Save command, CancellationToken cancellationToken) =>
                await shop.SaveChangesAsync(cancellationToken);
        }
        """);
}
