using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class BlockingWaitTests : RuleTests<BlockingWaitAnalyzer, BlockingWaitFixer>
{
    [Fact]
    public Task AResultThatIsRead_Reports() => CheckMessage(
        "Asynchronous work is awaited: 'Task.Result' blocks a thread until its task ends. Await the task.",
        InHandler.Body("int loaded = store.LoadAsync(1, token).[|Result|];"));

    [Theory]
    [InlineData("store.SaveAsync(1, token).[|Wait|]();")]
    [InlineData("store.SaveAsync(1, token).[|Wait|](10);")]
    [InlineData("store.SaveAsync(1, token).GetAwaiter().[|GetResult|]();")]
    [InlineData("store.SaveAsync(1, token).ConfigureAwait(false).GetAwaiter().[|GetResult|]();")]
    [InlineData("int got = queries.QueryAsync(new Get()).[|Result|];")]
    [InlineData("Task.[|WaitAll|](store.SaveAsync(1, token), store.SaveAsync(2, token));")]
    [InlineData("var task = store.LoadAsync(1, token); int loaded = task.[|Result|];")]
    [InlineData("var all = new[] { 1 }.Select(id => store.LoadAsync(id).[|Result|]).ToList();")]
    public Task AThreadThatWaits_Reports(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("int loaded = await store.LoadAsync(1, token);")]
    [InlineData("var a = store.LoadAsync(1); var b = store.LoadAsync(2); await Task.WhenAll(a, b); " +
        "int sum = a.Result + b.Result;")]
    [InlineData("var all = new[] { 1 }.Select(id => store.LoadAsync(id)).ToArray(); await Task.WhenAll(all); " +
        "int sum = all.Sum(one => one.Result) + all[0].Result;")]
    [InlineData("var a = store.LoadAsync(1); int x = a.IsCompletedSuccessfully ? a.Result : await a;")]
    [InlineData("var first = await Task.WhenAny(store.LoadAsync(1), store.LoadAsync(2)); int x = first.Result;")]
    [InlineData("await store.LoadAsync(1).ContinueWith(ended => ended.Result + 1);")]
    [InlineData("int x = Task.FromResult(1).Result;")]
    [InlineData("var other = new { Result = 1 }; int x = other.Result;")]
    [InlineData("using var signal = new SemaphoreSlim(1); signal.Wait();")]
    public Task WhatDoesNotBlock_IsSilent(string statements) => Check(InHandler.Body(statements));

    [Fact]
    public Task AClassThatIsNoHandler_IsSilentUnlessItDispatchesInAsyncCode() => Check(InHandler.Body(""),
        """
        public sealed class Other(IStore store, ICommandBus commands)
        {
            public void Start() => commands.SendAsync(new Do()).GetAwaiter().GetResult();

            public async Task Run()
            {
                await Task.Yield();
                store.SaveAsync(1).Wait();
                commands.SendAsync(new Do()).GetAwaiter().[|GetResult|]();
            }
        }
        """);

    [Fact]
    public Task TheFixAwaitsTheResult() => CheckFix(
        InHandler.Body("int loaded = store.LoadAsync(1, token).[|Result|]; // Now."),
        InHandler.Body("int loaded = await store.LoadAsync(1, token); // Now."));

    [Fact]
    public Task TheFixAddsParenthesesWhereNeeded() => CheckFix(
        InHandler.Body("string loaded = store.LoadAsync(1, token).[|Result|].ToString();"),
        InHandler.Body("string loaded = (await store.LoadAsync(1, token)).ToString();"));

    [Fact]
    public Task TheFixAwaitsInPlaceOfWait() => CheckFix(
        InHandler.Body("store.SaveAsync(1, token).[|Wait|]();"),
        InHandler.Body("await store.SaveAsync(1, token);"));

    [Fact]
    public Task TheFixKeepsConfigureAwait() => CheckFix(
        InHandler.Body("store.SaveAsync(1, token).ConfigureAwait(false).GetAwaiter().[|GetResult|]();"),
        InHandler.Body("await store.SaveAsync(1, token).ConfigureAwait(false);"));

    [Fact]
    public Task FixAllAwaitsCallsInCalls() => CheckFixAll(
        [InHandler.Body("store.SaveAsync(store.LoadAsync(1, token).[|Result|], token).[|Wait|]();"), "class Empty;"],
        [InHandler.Body("await store.SaveAsync(await store.LoadAsync(1, token), token);"), "class Empty;"]);

    [Theory]
    [InlineData("Span<int> s = [1]; int got = store.LoadAsync(s.Length).[|Result|]; Use(got);",
        "Span<int> s = [1]; int got = await store.LoadAsync(s.Length); Use(got);")]
    [InlineData("int got = store.LoadAsync(1).[|Result|]; Span<int> s = [got]; Use(s[0]);",
        "int got = await store.LoadAsync(1); Span<int> s = [got]; Use(s[0]);")]
    [InlineData("{ Span<int> s = [1]; Use(s[0]); } store.SaveAsync(1).[|Wait|]();",
        "{ Span<int> s = [1]; Use(s[0]); } await store.SaveAsync(1);")]
    public Task WhereASpanIsNotNeededAnyMore_TheFixAwaits(string before, string after) =>
        CheckFix(WithSpans(before), WithSpans(after).Sources[0]);

    [Theory]
    [InlineData("Span<int> s = [1]; int got = store.LoadAsync(1).[|Result|]; s[0] = got;")]
    [InlineData("Span<int> s = [1]; s[0] = store.LoadAsync(1).[|Result|];")]
    [InlineData("int[] all = [1]; ref int one = ref all[0]; int got = store.LoadAsync(1).[|Result|]; one = got;")]
    [InlineData("Span<int> s = [1]; while (s[0] < 3) { store.SaveAsync(1).[|Wait|](); }")]
    [InlineData("Span<int> s = [1]; foreach (int one in s) { store.SaveAsync(one).[|Wait|](); }")]
    [InlineData("foreach (int one in new Span<int>([1])) { store.SaveAsync(one).[|Wait|](); }")]
    [InlineData("using var s = new Held(); store.SaveAsync(1).[|Wait|]();")]
    [InlineData("using (new Held()) { store.SaveAsync(1).[|Wait|](); }")]
    [InlineData("Both([1], store.LoadAsync(1).[|Result|]);")]
    [InlineData("First([1]) = store.LoadAsync(1).[|Result|];")]
    [InlineData("_ = string.Create(null, $\"{store.LoadAsync(1).[|Result|]}\");")]
    public Task WhereASpanOrARefLivesOn_NoFixIsOffered(string statements) =>
        CheckNoFix(WithSpans(statements));

    [Theory]
    [InlineData("lock (store) { store.SaveAsync(1, token).[|Wait|](); }")]
    [InlineData("var all = new[] { 1 }.Select(id => store.LoadAsync(id).[|Result|]).ToList();")]
    [InlineData("store.SaveAsync(1, token).[|Wait|](10);")]
    [InlineData("Task.[|WaitAll|](store.SaveAsync(1, token));")]
    [InlineData("try { } catch (Exception) when (store.LoadAsync(1).[|Result|] == 1) { }")]
    public Task WhereNothingMayBeAwaited_NoFixIsOffered(string statements) => CheckNoFix(InHandler.Body(statements));

    /// <summary>In async methods they are allowed since C# 13.</summary>
    private static SourceProject WithSpans(string statements) => Project(InHandler.Body(statements + Locals)) with
    {
        LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13,
    };

    /// <summary>What the statements use.</summary>
    private const string Locals =
        """

                static void Use(int value) { }
                static void Both(Span<int> values, int value) { }
                static ref int First(int[] values) => ref values[0];
            }
            public ref struct Held { public void Dispose() { } }
            private static void Last()
            {
        """;
}
