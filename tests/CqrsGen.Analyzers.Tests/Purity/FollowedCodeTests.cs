namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>
/// Every construct of the language through which an effect can be reached, and what is known of objects.
/// </summary>
public sealed class FollowedCodeTests : PurityTests
{
    [Theory]
    [InlineData("Action? save = () => shop.[|SaveChanges|](); save?.Invoke();")]
    [InlineData("((Action)(() => shop.[|SaveChanges|]()))();")]
    [InlineData("Func<Line, int> save = line => shop.[|SaveChanges|](); _ = query.Lines.Select(save).ToList();")]
    [InlineData("_ = query.Lines.Select([|Local|]).ToList(); int Local(Line line) => shop.SaveChanges();")]
    [InlineData("new List<string>().ForEach(File.[|Delete|]);")]
    [InlineData("new List<int>().ForEach([|Save|]);", "private void Save(int item) => shop.SaveChanges();")]
    [InlineData("_ = Each(line => shop.[|SaveChanges|]());",
        "private static IEnumerable<int> Each(Func<Line, int> map) => new List<Line>().Select(map);")]
    public Task ADelegateThatIsRun_Reports(string statements, string members = "") =>
        CheckHandler(statements, members);

    [Theory]
    [InlineData("logger.Log(LogLevel.Debug, 0, 1, null, (state, error) => { shop.SaveChanges(); return \"\"; });")]
    [InlineData("Visit(line => line.Count = 1);",
        "private static void Visit(Action<Line> visit) => visit(new Line());")]
    [InlineData("_ = new[] { new HttpRequestMessage() }.Select(http.SendAsync).ToList();")]
    public Task ADelegateOfWhichLittleIsKnown_IsSilent(string statements, string members = "") =>
        CheckHandler(statements, members);

    [Theory]
    [InlineData("services.AddScoped<IStore, Loud>();", true)]
    [InlineData("services.AddScoped(typeof(IStore), typeof(Loud));", true)]
    [InlineData("services.AddScoped<IStore, Still>();", false)]
    [InlineData("services.AddScoped<IStore, Still>(); services.AddScoped<IStore>(provider => new Still());", true)]
    [InlineData("services.AddScoped<IStore, Around>();", false)]
    [InlineData("", true)]
    public Task WhatIsRegisteredIsWhatIsCalled(string registration, bool isReported) => CheckHandler(
        $"IStore store = null!; store.{(isReported ? "[|Go|]" : "Go")}();",
        "",
        $$"""
        public interface IStore { void Go(); }
        public sealed class Loud : IStore { public void Go() => File.Delete("a"); }
        public sealed class Still : IStore { public void Go() { } }
        public sealed class Around(IStore inner) : IStore { public void Go() => inner.Go(); }
        public static class Program
        {
            public static void Register(IServiceCollection services) { {{registration}} }
        }
        """);

    [Fact]
    public Task OfManyImplementationsTheRegisteredOneIsFollowed() => CheckHandler(
        "IStore store = null!; store.[|Go|]();",
        "",
        """
        public interface IStore { void Go(); }
        public sealed class Loud : IStore { public void Go() => File.Delete("a"); }
        public static class Program
        {
            public static void Register(IServiceCollection services) => services.AddScoped<IStore, Loud>();
        }
        """ + string.Concat(Enumerable.Range(0, 20).Select(static number =>
            $"\npublic sealed class Still{number} : IStore {{ public void Go() {{ }} }}")));

    [Theory]
    [InlineData("using ([|Shared|]) { }")]
    [InlineData("using (var lease = [|Shared|]) { _ = lease; }")]
    [InlineData("_ = $\"{new [|Lease|]()}\";")]
    [InlineData("foreach (int item in new [|Lease|]()) { _ = item; }")]
    [InlineData("_ = new [|Derived|]();")]
    [InlineData("_ = new [|Explicit|]();")]
    [InlineData("_ = new [|Stated|](1);")]
    public Task ACallThatSyntaxDoesNotShow_Reports(string statements) => CheckHandler(
        statements.Replace("[|Shared|]", "Lease.[|Shared|]", StringComparison.Ordinal),
        "",
        """
        public sealed class Lease : IDisposable
        {
            public static Lease Shared => null!;
            public void Dispose() => File.Delete("a");
            public override string ToString() { File.Delete("a"); return ""; }
            public IEnumerator<int> GetEnumerator() { File.Delete("a"); yield return 1; }
        }
        public class Base { public Base(int count = 0) => File.Delete($"{count}"); }
        public sealed class Derived : Base;
        public sealed class Explicit : Base { public Explicit() : base(1) { } }
        public sealed class Stated(int count) : Base(count);
        """);

    [Theory]
    [InlineData("(query.{|CQG1007:Seen|}, _) = (1, 2);")]
    [InlineData("query.Lines?.{|CQG1007:Clear|}();")]
    [InlineData("query?.Lines.{|CQG1007:Clear|}();")]
    [InlineData("var lines = query?.Lines; lines!.{|CQG1007:Clear|}();")]
    [InlineData("List<Line> other; var lines = other = query.Lines; lines.{|CQG1007:Clear|}();")]
    [InlineData("var lines = await Task.FromResult(query.Lines); lines.{|CQG1007:Clear|}();")]
    [InlineData("var lines = query.Lines ?? throw new Exception(); lines.{|CQG1007:Clear|}();")]
    [InlineData("var lines = query.Id > 1 ? query.Lines : null; lines!.{|CQG1007:Clear|}();")]
    [InlineData("var lines = query.Id switch { 1 => query.Lines, _ => null }; lines!.{|CQG1007:Clear|}();")]
    [InlineData("if (query is { Lines: { Count: 1 } lines }) lines.{|CQG1007:Clear|}();")]
    [InlineData("if (query.Lines is IList<Line> lines) lines.{|CQG1007:Clear|}();")]
    [InlineData("Same(query.Lines).{|CQG1007:Clear|}();", "private static List<Line> Same(List<Line> lines) => lines;")]
    [InlineData("query.{|CQG1007:Changed|} += () => { };")]
    public Task AWriteToWhatCameWithTheMessage_Reports(string statements, string members = "") =>
        Check(Libraries, WithEvent(), Handler(statements, members));

    [Theory]
    [InlineData("var (lines, _) = (query.Lines, 1); lines.Clear();")]
    [InlineData("var lines = query.Lines ?? []; lines.Clear();")]
    [InlineData("var lines = query.Id > 1 ? query.Lines : []; lines.Clear();")]
    [InlineData("var lines = query.Id switch { 1 => query.Lines, _ => [] }; lines.Clear();")]
    [InlineData("switch (query) { case { } found: found.Seen = 1; break; }")]
    [InlineData("dynamic any = query; Line line = any.Make(); line.Count = 1;")]
    [InlineData("var line = Make(); line.Count = 1; Line Make() => new();")]
    [InlineData("foreach (var line in All(query)) line.Count = 1;",
        "private static IEnumerable<Line> All(Get query) { foreach (var line in query.Lines) yield return line; }")]
    [InlineData("var line = Make(); line.Count = 1;",
        """
        private static Line s_line = new();
        private static Line Make() { Func<Line> other = () => s_line; return new(); }
        """)]
    [InlineData("int seen = 0; Interlocked.Increment(ref seen);")]
    [InlineData("var line = Made(); if (line is not null) line.Count = 1;",
        "[System.Runtime.InteropServices.DllImport(\"a\")] private static extern Line? Made();")]
    public Task AWriteToWhatMayBeNew_IsSilent(string statements, string members = "") =>
        CheckHandler(statements, members);

    [Theory]
    [InlineData("++{|CQG1005:s_count|};", "private static int s_count;")]
    [InlineData("{|CQG1005:s_count|} = query.Id;", "private static int s_count;")]
    [InlineData("{|CQG1005:Set|}();",
        "private static int s_count; private static void Set() { ref int count = ref s_count; count = 1; }")]
    [InlineData("{|CQG1005:Set|}(ref s_count);",
        "private static int s_count; private static void Set(ref int value) => value = 1;")]
    [InlineData("int[] a = [1]; a[0] = 2; {|CQG1005:s_count|} = a[0];", "private static int s_count;")]
    [InlineData("Interlocked.Exchange(ref {|CQG1005:s_name|}!, \"a\");", "private static string? s_name;")]
    [InlineData("Interlocked.Increment(ref {|CQG1005:s_counts|}[0]);",
        "private static readonly int[] s_counts = new int[2];")]
    [InlineData("s_all[0].{|CQG1005:Add|}(1);", "private static readonly List<int>[] s_all = [[]];")]
    [InlineData("s_lines[0].{|CQG1005:Count|} = 1;", "private static readonly Line[] s_lines = [new()];")]
    [InlineData("{|CQG1005:s_changed|} += () => { };", "private static Action? s_changed;")]
    [InlineData("{|CQG1005:Changed|} += () => { };", "private static event Action? Changed;")]
    [InlineData("s_bag.{|CQG1005:Bump|}();", "private static Bag s_bag;")]
    [InlineData("s_log.Put().{|CQG1005:Put|}();", "private static readonly Log s_log = new();")]
    public Task AWriteOfStaticState_Reports(string statements, string members) => CheckHandler(
        statements,
        members,
        """
        public struct Bag { public int Count; public void Bump() => Count++; }
        public sealed class Log { private int _count; public Log Put() { _count++; return this; } }
        """);

    [Theory]
    [InlineData("_ = Value;", "private static object? s_value; private object Value => s_value ?? (s_value = new());")]
    [InlineData("(s_lines ??= []).Clear();", "private static List<int>? s_lines;")]
    public Task AMemo_IsSilent(string statements, string members) => CheckHandler(statements, members);

    [Theory]
    [InlineData("connection.[|Execute|](string.Format(\"delete from {0}\", query.Id));")]
    [InlineData("string sql = \"delete from t\"; sql = sql + \" where x = 1\"; connection.[|Query<int>|](sql);")]
    [InlineData("connection.[|Query<int>|](new CommandDefinition(\"delete from t\"));")]
    public Task SqlThatWrites_Reports(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("connection.Execute(new CommandDefinition { CommandText = \"select 1\" });")]
    [InlineData("string sql = \"select 1\"; sql = sql + \" from t\"; connection.Execute(sql);")]
    public Task SqlThatReads_IsSilent(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("Others.IStore store = null!; store.Go();")]
    [InlineData("Others.Store store = null!; store.Go();")]
    [InlineData("IComparer<int> comparer = null!; comparer.Compare(1, 2);")]
    public Task WhatOnlyHasTheNameOfWhatWrites_IsSilent(string statements) => CheckHandler(
        statements,
        "",
        """
        namespace Others
        {
            public interface IStore { void Go(); }
            public abstract class Store { public abstract void Go(); }
        }
        namespace Ours
        {
            public interface IStore { void Go(); }
            public abstract class Store { public abstract void Go(); }
            public sealed class FileStore : Store, IStore { public override void Go() => File.Delete("a"); }
            public sealed class Comparer : IComparer<int>
            {
                public int Compare(int one, int other) { File.Delete("a"); return 0; }
            }
        }
        """);

    private static string WithEvent() => Query.Replace(
        "public int Seen { get; set; }",
        "public int Seen { get; set; } public Action? Changed;",
        StringComparison.Ordinal);
}
