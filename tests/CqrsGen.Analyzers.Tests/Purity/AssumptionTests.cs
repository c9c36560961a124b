using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

public sealed class AssumptionTests : RuleTests<AssumptionAnalyzer, AssumptionFixer>
{
    [Fact]
    public Task AReasonThatSaysNothing_Reports() => CheckMessage(
        "[AssumeSideEffectFree] on 'Save' does not say why. State the reason.",
        """
        public static class Files
        {
            [[|AssumeSideEffectFree(" ")|]] public static void Save() => System.IO.File.Delete("a");
        }
        """);

    [Theory]
    [InlineData("[AssumeSideEffectFree(\"a journal\")] public void Save() => System.IO.File.Delete(\"a\");")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public void Save(Func<int> run) => Run = run;")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public int Call() => Run!();")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public void Call(IOther other) => other.Find();")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public void Call(IOther other) => other.Save();")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public object Call(dynamic other) => other.Find();")]
    [InlineData("[AssumeSideEffectFree(\"unknown\")] public int Call() => Deep0();")]
    [InlineData("[ReadOnlyCall(\"a search\")] public void Save() => System.IO.File.Delete(\"a\");")]
    [InlineData("[MemoField] private int _count; public void Count() => _count++;")]
    [InlineData("[MemoField] private readonly List<int> _all = []; public void Count() => _all.Add(1);")]
    [InlineData("[Own(\"\")] public void Save() { }")]
    public Task WhatIsNeededAndExplained_IsSilent(string members) => Check(
        $$"""
        public interface IOther { void Find(); void Save(); }
        public sealed class OwnAttribute(string reason) : Attribute { public string Reason => reason; }
        public interface IStore { [ReadOnlyCall("a search")] void Find(); [AssumeSideEffectFree("x")] void Get(); }
        public sealed class Files
        {
            public Func<int>? Run { get; set; }
            {{string.Concat(Enumerable.Range(0, 13).Select(n => $"private int Deep{n}() => Deep{n + 1}();"))}}
            private int Deep13() { System.IO.File.Delete("a"); return 1; }
            {{members}}
        }
        """);

    [Fact]
    public Task ANeedlessAssumptionBecomesAPromise() => CheckFix(
        """
        public static class Prices
        {
            /// <summary>Twice.</summary>
            [CqrsGen.[|AssumeSideEffectFree("It only computes.")|]]
            public static int Twice(int price) => Math.Abs(price) * 2;
        }
        """.Replace("CqrsGen.[|", "[|CqrsGen.", StringComparison.Ordinal),
        """
        public static class Prices
        {
            /// <summary>Twice.</summary>
            [CqrsGen.SideEffectFree]
            public static int Twice(int price) => Math.Abs(price) * 2;
        }
        """);

    [Fact]
    public Task ANeedlessMarkGoes() => CheckFix(
        """
        public sealed class Prices
        {
            // What was computed.
            [[|MemoField|]]
            private object? _price;

            public object Price => _price ??= new object();
        }
        """,
        """
        public sealed class Prices
        {
            // What was computed.
            private object? _price;

            public object Price => _price ??= new object();
        }
        """);

    [Fact]
    public Task AllNeedlessMarksGo() => CheckFixAll(
        [
            """
            public static class Prices
            {
                [[|ReadOnlyCall("a search")|], Obsolete]
                public static int One() => 1;

                [[|ReadOnlyCallAttribute("a search")|]] public static int Two() => 2;
            }
            """,
        ],
        [
            """
            public static class Prices
            {
                [Obsolete]
                public static int One() => 1;

                public static int Two() => 2;
            }
            """,
        ]);

    [Fact]
    public Task AReasonThatSaysNothing_HasNoFix() => CheckNoFix(
        "public static class Files { [[|ReadOnlyCall(\"\")|]] public static void Go() { } }");
}
