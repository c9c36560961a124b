namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>What attributes say, and what is held to it.</summary>
public sealed class ContractTests : PurityTests
{
    [Theory]
    [InlineData("Trusted();", "[AssumeSideEffectFree(\"a journal\")] private void Trusted() => shop.SaveChanges();")]
    [InlineData("_ = Trusted;",
        "[AssumeSideEffectFree(\"a journal\")] private int Trusted => shop.SaveChanges();")]
    [InlineData("Local(); [AssumeSideEffectFree(\"a journal\")] void Local() => shop.SaveChanges();")]
    [InlineData("await Search();",
        "[ReadOnlyCall(\"a search\")] private Task Search() => http.PostAsync(\"/\", null);")]
    [InlineData("IRates rates = null!; _ = rates.Read() + rates.Value; rates.Find();")]
    [InlineData("_remembered = 1; Last = 2; _seen.Add(1);",
        """
        [MemoField] private int _remembered;
        [MemoField] public int Last { get; set; }
        [MemoField] private readonly List<int> _seen = [];
        public int Both => _remembered + Last;
        """)]
    [InlineData("s_last = 1; Kept = 2;",
        "[MemoField] private static int s_last; [MemoField] public static int Kept { get; set; }")]
    public Task WhatIsMarked_IsSilent(string statements, string members = "") =>
        CheckHandler(statements, members, Rates);

    [Theory]
    [InlineData("IRates rates = null!; rates.[|Save|]();")]
    [InlineData("IRates rates = null!; rates.[|Put|] = 1;")]
    [InlineData("Rates rates = null!; rates.[|Remember|]();")]
    [InlineData("Rates rates = null!; rates.[|Other|]();")]
    [InlineData("await [|Search|]();",
        "[ReadOnlyCall(\"no\")] private Task Search() => Post(); private Task Post() => http.PostAsync(\"/\", null);")]
    public Task WhatIsMarkedAsAWrite_Reports(string statements, string members = "") =>
        CheckHandler(statements, members, Rates);

    [Fact]
    public Task APromiseIsChecked_Reports() => Check(
        Libraries,
        Query,
        """
        public sealed class Totals(Shop shop)
        {
            private int _count;
            private readonly List<int> _kept = [];
            [SideEffectFree] public Totals(Shop shop, int count) : this(shop) { _count = count; File.[|Delete|]("a"); }
            [SideEffectFree] public int Value => shop.[|SaveChanges|]();
            [SideEffectFree] public void Fill(List<int> values) => values.{|CQG1007:Add|}(1);
            [SideEffectFree] public void Count() { {|CQG1006:_count|}++; _kept.{|CQG1006:Add|}(_count); }
            [SideEffectFree] public int Twice() => Value + Value;
            [SideEffectFree] public int Settable { get => 1; set => File.Delete("a"); }
        }
        """);

    [Fact]
    public Task WhatImplementsAPromiseIsHeldToIt_Reports() => Check(
        Libraries,
        Query,
        Rates,
        """
        public sealed class FileRates : IRates
        {
            private int _calls;
            public int Read() { _calls++; File.{|CQG1011:Delete|}("a"); return _calls; }
            int IRates.Value => Kept.{|CQG1011:Add|}(1) ? 1 : 0;
            public void Find() => File.Delete("a");
            public void Save() => File.Delete("a");
            public int Put { get; set; }
            private static readonly HashSet<int> Kept = [];
        }
        public sealed class MoreRates : Rates
        {
            public override void Plain() => File.{|CQG1011:Delete|}("a");
            public override void Remember() => File.Delete("a");
        }
        """);

    [Fact]
    public async Task ThePromiseOfAnotherAssemblyBinds_Reports()
    {
        var lib = new SourceProject("Lib", "namespace Lib; public interface IOwn { [SideEffectFree] void Go(); }");
        var own = new SourceProject(
            "Shop",
            "public sealed class Own : Lib.IOwn { public void Go() => System.IO.File.{|CQG1011:Delete|}(\"\"); }");

        (await Check(own.Referencing(lib))).ShouldHaveSingleItem().GetMessage().ShouldBe(
            "Implementation of [SideEffectFree] 'IOwn.Go' in 'Own' writes to a file: Go → File.Delete (Source.cs:1). "
            + "Move the write into another member, or take the attribute off the promise.");
    }

    [Fact]
    public Task StateThatOutlivesTheCall_Reports() => CheckHandler(
        """
        {|CQG1006:_calls|}++;
        _lines.{|CQG1006:Add|}("a");
        http.DefaultRequestHeaders.{|CQG1006:ConnectionClose|} = true;
        new Tally().Count();
        _tally.{|CQG1006:Count|}();
        _value ??= new object();
        """,
        """
        private int _calls;
        private object? _value;
        private readonly List<string> _lines = [];
        private readonly Tally _tally = new();
        """,
        "public sealed class Tally { private int _count; public void Count() => _count++; }");

    private const string Rates =
        """
        public interface IRates
        {
            [SideEffectFree] int Read();
            [SideEffectFree] int Value { get; }
            [ReadOnlyCall("a lookup")] void Find();
            [HasSideEffects(Effect.Db)] void Save();
            [HasSideEffects(Effect.Http)] int Put { get; set; }
        }
        public abstract class Rates
        {
            [SideEffectFree] public virtual void Plain() { }
            [HasSideEffects(Effect.Queue)] public abstract void Remember();
            [HasSideEffects(Effect.Other)] public void Other() { }
        }
        """;
}
