namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>What names and shapes say, and what they do not.</summary>
public sealed class HeuristicTests : PurityTests
{
    [Theory]
    [InlineData("_ = Settings.Shared;", "public static Line Shared => field ??= new();")]
    [InlineData("_ = Settings.Shared;",
        "public static Line Shared { get { if (field is null) { field = new(); } return field; } }")]
    public Task AFieldBehindAPropertyThatIsFilledOnce_IsSilent(string statements, string member) =>
        CheckNew(statements, $$"""public static class Settings { {{member}} }""");

    [Fact]
    public async Task AFieldBehindAPropertyThatCounts_ReportsTheProperty() => (await CheckNew(
        "_ = Settings.{|CQG1005:Count|};", "public static class Settings { public static int Count => ++field; }"))
        .ShouldHaveSingleItem().GetMessage().ShouldStartWith(
            "Query handler 'GetHandler' writes static state 'Settings.Count': HandleAsync → Settings.Count → " +
            "Settings.Count (");

    [Theory]
    [InlineData("s_counts.TryGetValue(1, out int n); {|CQG1005:s_counts|}[1] = n + 1;")]
    [InlineData("int n = s_counts.GetValueOrDefault(1); n++; {|CQG1005:s_counts|}[1] = n;")]
    [InlineData("int n = s_counts.TryGetValue(1, out int old) ? old + 1 : 1; {|CQG1005:s_counts|}[1] = n;")]
    [InlineData("if (s_counts.ContainsKey(1)) {|CQG1005:s_counts|}[1]++; else s_counts[1] = 1;")]
    public Task ACounterInADictionary_Reports(string statements) =>
        CheckHandler(statements, "private static readonly Dictionary<int, int> s_counts = [];");

    [Theory]
    [InlineData("if (!s_lines.TryGetValue(1, out var line)) { line = new Line(); s_lines[1] = line; }")]
    [InlineData("if (s_lines.TryGetValue(1, out var line)) { _ = line.Count; } else { s_lines[1] = new Line(); }")]
    [InlineData("var line = s_lines.GetValueOrDefault(1) ?? new Line(); s_lines[1] = line;")]
    [InlineData("if (!s_lines.ContainsKey(1)) s_lines.Add(1, new Line());")]
    public Task ADictionaryThatIsFilledWhereAKeyIsMissing_IsSilent(string statements) =>
        CheckHandler(statements, "private static readonly Dictionary<int, Line> s_lines = [];");

    [Theory]
    [InlineData("if (s_text != \"a\") {|CQG1005:s_text|} = \"a\";")]
    [InlineData("if (s_text == \"open\") {|CQG1005:s_text|} = \"closed\";")]
    [InlineData("if (s_text is null || s_text != \"a\") {|CQG1005:s_text|} = \"a\";")]
    [InlineData("if (s_last < DateTime.UtcNow) {|CQG1005:s_last|} = DateTime.UtcNow;")]
    [InlineData("if (s_text != null) {|CQG1005:s_text|} = \"a\";")]
    [InlineData("if (s_text is null or \"b\") {|CQG1005:s_text|} = \"a\";")]
    public Task AVariableThatIsComparedAndChanged_Reports(string statements) =>
        CheckHandler(statements, "private static string? s_text; private static DateTime s_last;");

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(s_text)) s_text = \"a\";")]
    [InlineData("if (s_text is not { Length: > 0 }) { s_text = \"a\"; }")]
    [InlineData("_ = s_text == null ? (s_text = \"a\") : s_text;")]
    [InlineData("if (s_text != null) { _ = s_text; } else { s_text = \"a\"; }")]
    [InlineData("if (Volatile.Read(ref s_text) is null) { lock (s_gate) { if (s_text is null) s_text = \"a\"; } }")]
    [InlineData("if (DateTime.UtcNow - s_last > TimeSpan.FromHours(1)) { s_text = \"a\"; s_last = DateTime.UtcNow; }")]
    [InlineData("if (s_count == 0) s_count = 5;")]
    [InlineData("if ((s_count == -1)) s_count = 5;")]
    [InlineData("if (s_count == default(int)) s_count = 5;")]
    [InlineData("if ((s_text) == string.Empty) s_text = \"a\";")]
    [InlineData("if (s_text is (null or \"\")) s_text = \"a\";")]
    [InlineData("if (s_text is null or \"\") s_text = \"a\";")]
    [InlineData("if (s_text is not (not null and { Length: > 0 })) s_text = \"a\";")]
    [InlineData("if (s_text is null and not \"b\") s_text = \"a\";")]
    [InlineData("if (s_text is (null)) s_text = \"a\";")]
    [InlineData("if (ReferenceEquals(s_text, null)) s_text = \"a\";")]
    [InlineData("if (s_lines is []) s_lines = [new Line()];")]
    [InlineData("if (s_found.IsDefault) s_found = [1];")]
    public Task AVariableThatIsUnset_IsSilent(string statements) => CheckHandler(
        statements,
        """
        private static string? s_text; private static DateTime s_last; private static int s_count;
        private static Line[] s_lines = []; private static System.Collections.Immutable.ImmutableArray<int> s_found;
        private static readonly object s_gate = new();
        """);

    [Theory]
    [InlineData("{|CQG1005:s_memoryHits|}++;")]
    [InlineData("s_inMemoryOrders.{|CQG1005:Add|}(1);")]
    [InlineData("s_memoryHits = s_priceMemo++; s_memoOfPrices.Add(1); s_pricecache++;", false)]
    public Task OnlyAWholeWordNamesACache_Reports(string statements, bool reports = true) => CheckHandler(
        reports ? statements : statements.Replace("s_memoryHits = ", "_ = ", StringComparison.Ordinal),
        """
        private static int s_memoryHits; private static int s_priceMemo; private static int s_pricecache;
        private static readonly List<int> s_inMemoryOrders = []; private static readonly List<int> s_memoOfPrices = [];
        """);

    [Theory]
    [InlineData("File.[|Move|](Path.GetTempFileName(), \"/srv/a.pdf\");")]
    [InlineData("string temp = Path.GetTempFileName(); File.[|Copy|](temp, \"/srv/x\");")]
    [InlineData("File.[|Move|](\"/srv/a.pdf\", Path.GetTempFileName());")]
    [InlineData("File.[|Replace|](Path.GetTempFileName(), \"/srv/x\", null);")]
    [InlineData("File.[|Copy|](\"/cache/a\", \"/srv/x\");")]
    public Task WhatLeavesATemporaryFile_Reports(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("File.Copy(\"/srv/x\", Path.GetTempFileName());")]
    [InlineData("File.Move(Path.GetTempFileName(), Path.Combine(Path.GetTempPath(), \"a\"));")]
    [InlineData("File.Move(Path.GetTempFileName(), \"/cache/a\");")]
    public Task WhatIsCopiedToATemporaryFile_IsSilent(string statements) => CheckHandler(statements);

    [Fact]
    public Task ATemporaryFolderThatAConstructorKnows_IsSilent() => CheckHandler(
        "new Export().Write(); new Export().{|CQG1001:Keep|}();",
        "",
        """
        public sealed class Export
        {
            private readonly string _dir;
            private readonly string _target;
            public Export() { this._dir = Path.GetTempPath(); this._target = "/srv"; }
            public void Write() => File.WriteAllText(Path.Combine(_dir, "a"), "b");
            public void Keep() => File.WriteAllText(Path.Combine(_target, "a"), "b");
        }
        """);

    [Theory]
    [InlineData("await http.[|PostAsync|](\"api/search-history\", null);")]
    [InlineData("await http.[|PostAsync|](\"api/saved-filter\", null);")]
    [InlineData("await http.[|PostAsync|](\"api/search\", null);")]
    [InlineData("await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Post, \"api/search\"));")]
    [InlineData("_ = (await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Delete, \"api/search\"))).Content;")]
    [InlineData("_ = (await http.[|SendAsync|](new HttpRequestMessage(new HttpMethod(\"DELETE\"), \"a\"))).Content;")]
    [InlineData("http.[|PostAsync|](\"a\", null, cancellationToken).Wait(cancellationToken);")]
    [InlineData("await http.[|PostAsync|](\"a\", null).WaitAsync(TimeSpan.FromSeconds(1));")]
    [InlineData("_ = Task.Run(() => http.[|PostAsync|](\"a\", null));")]
    [InlineData("_ = Task.Run(async () => await http.[|PostAsync|](\"a\", null));")]
    [InlineData("await Task.WhenAll(http.[|PostAsync|](\"a\", null), http.PostAsync(\"b\", null));")]
    [InlineData("var one = http.[|PostAsync|](\"a\", null); await Task.WhenAll(one, http.PutAsync(\"b\", null));")]
    [InlineData("_ = (await Task.WhenAll(http.{|CQG1010:PostAsync|}(\"a\", null)))[0].Content;")]
    [InlineData("_ = (await Task.Run(() => http.{|CQG1010:PostAsync|}(\"a\", null))).Content;")]
    [InlineData("_ = (await http.{|CQG1010:PostAsync|}(\"api/search-history\", null)).Content;")]
    public Task APostThatDoesNotAsk_Reports(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("_ = (await http.PostAsync(\"api/orders/search\", null)).Content;")]
    [InlineData("_ = (await http.PostAsync(\"api/order-search\", null)).Content;")]
    [InlineData("_ = (await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"graphql\"))).Content;")]
    public Task APostThatAsks_IsSilent(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("IVisitLogger log = null!; log.[|LogVisit|]();")]
    [InlineData("new FileLogger().LogWarning(\"a\");")]
    public Task ALoggerWhoseBodyIsThereIsFollowed_Reports(string statements) => CheckHandler(
        statements,
        "",
        """
        public interface IVisitLogger { void LogVisit(); }
        public sealed class VisitLogger(Shop shop) : IVisitLogger { public void LogVisit() => shop.SaveChanges(); }
        public sealed class FileLogger
        {
            private static int s_lines;
            public void LogWarning(string text) { s_lines++; File.AppendAllText("a", text); }
        }
        """);

    [Fact]
    public Task AnImplementerUnderAnotherName_Reports() => Check(
        Libraries,
        Query,
        "global using Everywhere = IOther;",
        "using Al = IRepo; public sealed class Repo : Al { public void Go() => File.Delete(\"a\"); }",
        "public sealed class Other(Shop shop) : Everywhere { public void Go() => shop.SaveChanges(); }",
        Handler(
            "IRepo repo = null!; repo.[|Go|](); IOther other = null!; other.[|Go|]();",
            "",
            "public interface IRepo { void Go(); } public interface IOther { void Go(); }"));

    [Fact]
    public async Task ExtensionMembers_ReportTheClassAround() => (await CheckNew(
        "query.{|CQG1007:Mark|}(); shop.[|Flush|]();",
        """
        public static class More
        {
            extension(Get query) { public void Mark() => query.Seen = 1; }
            extension(Shop shop) { public void Flush() => shop.SaveChanges(); }
        }
        """)).Select(static found => found.GetMessage()).ShouldContain(static message =>
            message.Contains("HandleAsync → More.Flush → DbContext.SaveChanges", StringComparison.Ordinal));

    /// <summary>The same with what the newest language has.</summary>
    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> CheckNew(string statements, string types) =>
        Check(Project(Libraries, Query, Handler(statements, "", types)) with
        {
            LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview,
        });
}
