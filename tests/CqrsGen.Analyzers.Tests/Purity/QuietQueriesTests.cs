namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Code that looks like an effect, and is none, or none that can be known.</summary>
public sealed class QuietQueriesTests : PurityTests
{
    [Theory]
    [InlineData("logger.LogInformation(\"read {Id}\", query.Id);")]
    [InlineData("await http.GetAsync(\"/\", cancellationToken);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"/\"));")]
    [InlineData("connection.Query<int>(\"select 1\");")]
    [InlineData("connection.Query<int>($\"select {query.Id}\");")]
    [InlineData("connection.Execute(\"-- a note\\nSELECT 1\");")]
    [InlineData("command.CommandText = \"select 1\"; command.ExecuteScalar();")]
    [InlineData("var list = new List<int>(); list.Add(1); list.Sort();")]
    [InlineData("var lines = query.Lines.ToList(); lines.Add(new Line());")]
    [InlineData("var lines = query.Lines; lines = lines.ToList(); lines.Add(new Line());")]
    [InlineData("var line = new Line { Count = 1 }; line.Count++; line.Name = \"\";")]
    [InlineData("var copy = query with { Seen = 2 }; copy.Seen = 3;")]
    [InlineData("query = query with { Seen = 2 }; query.Seen = 3;")]
    [InlineData("var builder = new System.Text.StringBuilder(); builder.Append(1).Append(2);")]
    [InlineData("var line = System.Text.Json.JsonSerializer.Deserialize<Line>(\"{}\"); line!.Count = 1;")]
    [InlineData("using var file = File.OpenRead(\"a\"); File.ReadAllText(\"a\");")]
    [InlineData("using var file = new FileStream(\"a\", FileMode.Open, FileAccess.Read);")]
    [InlineData("using var memory = new MemoryStream(); memory.WriteByte(1); using var w = new StreamWriter(memory);")]
    [InlineData("using var sha = System.Security.Cryptography.SHA256.Create(); sha.ComputeHash([]);")]
    [InlineData("int total = 0; query.Lines.ForEach(line => total += line.Count);")]
    [InlineData("int[] found = new int[2]; found[0] = 1; Array.Sort(found);")]
    [InlineData("var found = System.Collections.Immutable.ImmutableList<int>.Empty; found = found.Add(1);")]
    [InlineData("Action later = () => shop.SaveChanges();")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> tree = () => shop.SaveChanges();")]
    [InlineData("_ = nameof(shop.SaveChanges);")]
    [InlineData("await dispatcher.QueryAsync(new Get(1));")]
    [InlineData("int.TryParse(\"1\", out int number); number++;")]
    [InlineData("dynamic anything = query; anything.Save();")]
    [InlineData("var (a, b) = (1, 2); (a, b) = (b, a);")]
    [InlineData("var path = Path.GetTempFileName(); File.WriteAllText(path, \"a\"); File.Delete(path);")]
    [InlineData("using var file = new FileStream(Path.Combine(Path.GetTempPath(), \"a\"), FileMode.Create);")]
    [InlineData("_ = (await http.PostAsync(\"https://a/products/_search?size=1\", null)).Content;")]
    [InlineData("_ = (await http.PostAsync($\"/{query.Id}/graphql\", null)).Content;")]
    [InlineData("_ = (await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"/graphql\"))).Content;")]
    [InlineData("command.CommandText = \"SET TRANSACTION READ ONLY\"; command.ExecuteNonQuery();")]
    [InlineData("connection.Execute(\"CREATE TEMP TABLE wanted (id int)\");")]
    [InlineData("int[] taken = [.. query.Lines.Select(line => line.Count).OrderBy(count => count)];")]
    public Task WhatChangesNothingThatOthersSee_IsSilent(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("_ = Value;", "private object? _value; private object Value => _value ??= new object();")]
    [InlineData("_ = Value;", "private static object? s_value; private object Value => s_value ??= new object();")]
    [InlineData("_ = Value();",
        """
        private static object? s_value;
        private object Value() { if (s_value == null) { s_value = new object(); } return s_value; }
        """)]
    [InlineData("_ = Value();",
        """
        private static object? s_value;
        private object Value() { if (s_value is not null) return s_value; s_value = new object(); return s_value; }
        """)]
    [InlineData("_ = Value();",
        """
        private static object? s_value;
        private object Value()
        {
            Interlocked.CompareExchange(ref s_value, new object(), null);
            return s_value;
        }
        """)]
    [InlineData("_ = Value();",
        """
        private static object? s_value;
        private object Value() => LazyInitializer.EnsureInitialized(ref s_value, () => new object());
        """)]
    [InlineData("_ = s_value.Value;", "private static readonly Lazy<Shop> s_value = new(() => new Shop());")]
    [InlineData("_ = s_values.GetOrAdd(1, key => new object());",
        "private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, object> s_values = new();")]
    [InlineData("if (!s_values.TryGetValue(1, out var found)) { s_values[1] = found = new object(); }",
        "private static readonly Dictionary<int, object> s_values = [];")]
    [InlineData("await Token();",
        """
        private static string? s_token; private static DateTime s_expiry;
        private async Task<string> Token()
        {
            if (s_token is null || s_expiry < DateTime.UtcNow)
            {
                s_token = await http.GetStringAsync("/token");
                s_expiry = DateTime.UtcNow.AddHours(1);
            }
            return s_token;
        }
        """)]
    [InlineData("t_line = new Line(); t_lines.Add(1);",
        "[ThreadStatic] private static Line? t_line; [ThreadStatic] private static readonly List<int> t_lines = [];")]
    [InlineData("s_cacheKeys.Add(\"a\");", "private static readonly HashSet<string> s_cacheKeys = [];")]
    [InlineData("RateCache.Put(1);",
        "private sealed class RateCache { private static int s_rate; public static void Put(int x) => s_rate = x; }")]
    [InlineData("Load();",
        """
        private static readonly List<int> s_rates = [];
        private static bool s_loaded;
        private static void Load() { if (s_loaded) return; s_rates.Add(1); s_loaded = true; }
        """)]
    [InlineData("s_current.Value = 1;", "private static readonly AsyncLocal<int> s_current = new();")]
    [InlineData("lock (s_gate) { }", "private static readonly object s_gate = new();")]
    [InlineData("s_gate.EnterReadLock(); s_gate.ExitReadLock();",
        "private static readonly ReaderWriterLockSlim s_gate = new();")]
    [InlineData("s_views.Add(1);",
        """
        private static readonly System.Diagnostics.Metrics.Counter<int> s_views =
            new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("views");
        """)]
    public Task WhatIsOnlyRemembered_IsSilent(string statements, string members) => CheckHandler(statements, members);

    [Theory]
    [InlineData("var rows = Rows(); Fill(rows);",
        "private static List<int> Rows() => new(); private static void Fill(List<int> rows) => rows.Add(1);")]
    [InlineData("var all = Build(query.Id); all.Count = 2;",
        "private static Line Build(int id) { var line = new Line(); line.Count = id; return line; }")]
    [InlineData("_ = new Counter(3);", "")]
    [InlineData("using var counter = new Counter(3);", "")]
    [InlineData("Lines.Default.Count = 1; Lines.Empty().Count = 2;", "")]
    [InlineData("IAppLogger log = new FileLogger(); log.LogWarning(\"a\");", "")]
    [InlineData("IOpen open = null!; open.Go();", "")]
    [InlineData("IMany many = null!; many.Write();", "")]
    [InlineData("Keep(() => shop.SaveChanges());", "private static void Keep(Action action) => _ = action.Target;")]
    [InlineData("IStore<int> store = null!; store.Go();", "")]
    public Task WhatCalledCodeDoesToItsOwn_IsSilent(string statements, string members) => CheckHandler(
        statements,
        members,
        """
        public sealed class Counter : IDisposable
        {
            private readonly List<int> _items = [];
            public Counter(int count) { Count = count; _items.Add(count); }
            public int Count { get; set; }
            public void Dispose() => File.Delete("a");
        }
        public interface IOpen { void Go(); }
        public sealed class Lines { public static Line Default => new Line(); public static Line Empty() => new(); }
        public interface IAppLogger { void LogWarning(string text); }
        public sealed class FileLogger : IAppLogger { public void LogWarning(string t) => File.AppendAllText("a", t); }
        public interface IMany { void Write(); }
        public interface IStore<T> { void Go(); }
        public sealed class Texts : IStore<string> { public void Go() => File.Delete("a"); }
        """ + string.Concat(Enumerable.Range(0, 9).Select(static number =>
            $$"""public sealed class Many{{number}} : IMany { public void Write() => File.Delete("{{number}}"); }""")));
}
