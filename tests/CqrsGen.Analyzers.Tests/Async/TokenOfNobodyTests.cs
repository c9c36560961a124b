using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class TokenOfNobodyTests : RuleTests<TokenOfNobodyAnalyzer, TokenOfNobodyFixer>
{
    [Fact]
    public Task None_Reports() => CheckMessage(
        "A token that nobody cancels is for work that must end: 'IStore.LoadAsync' gets 'CancellationToken.None' " +
        "although 'token' is at hand. Pass 'token', or say in a comment why this must end.",
        InHandler.Body("await store.LoadAsync(1, [|CancellationToken.None|]);"));

    [Theory]
    [InlineData("await store.LoadAsync(1, [|default|]);")]
    [InlineData("await store.LoadAsync(1, [|default(CancellationToken)|]);")]
    [InlineData("await store.LoadAsync(1, [|new CancellationToken()|]);")]
    [InlineData("await store.LoadAsync(cancellationToken: [|default|], id: 1);")]
    [InlineData("await commands.SendAsync(new Do(), [|default|]);")]
    [InlineData("await Task.Delay(1, [|default|]);")]
    public Task ATokenOfNobody_Reports(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("await store.LoadAsync(1, token);")]
    [InlineData("await store.LoadAsync(1);")]
    [InlineData("try { } finally { await store.LoadAsync(1, CancellationToken.None); }")]
    [InlineData("try { } catch (Exception) { await store.LoadAsync(1, default); }")]
    [InlineData("using var source = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken.None, default);")]
    [InlineData("_ = Task.CompletedTask.ContinueWith(_ => { }, CancellationToken.None);")]
    [InlineData("await Alone(); async Task Alone() { await Task.Yield(); } CancellationToken none = default;")]
    [InlineData("var kept = new Lazy<Task<int>>(() => store.LoadAsync(1, CancellationToken.None));")]
    public Task OtherTokens_AreSilent(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("// It has happened.\n        await store.LoadAsync(1, default);")]
    [InlineData("await store.LoadAsync(1, default); // It has happened.")]
    [InlineData("// It has happened.\n        await store.LoadAsync(1, default);\n        " +
        "await store.LoadAsync(2, default);")]
    public Task WhereACommentSaysWhy_IsSilent(string statements) => Check(InHandler.Body(statements));

    [Fact]
    public Task ACommentAboutOtherLines_IsNoReason() => Check(InHandler.Body(
        "// Slow.\n        Count();\n\n        await store.LoadAsync(1, [|default|]); void Count() { }"));

    [Fact]
    public Task ADocumentedMethod_IsSilent() => Check(InHandler.Members(
        """
        public async ValueTask HandleAsync(Do command, CancellationToken token) => await Save(1, token);

            /// <summary>Without a token: it has happened.</summary>
            private Task Save(int id, CancellationToken token) => store.SaveAsync(id, CancellationToken.None);
        """));

    [Fact]
    public Task AClassThatIsNoHandler_IsSilentUnlessItDispatches() => Check(InHandler.Body(""),
        """
        public sealed class Other(IStore store, ICommandBus commands)
        {
            public async Task Run(CancellationToken token)
            {
                await store.SaveAsync(1, CancellationToken.None);
                await commands.SendAsync(new Do(), [|CancellationToken.None|]);
            }

            public async Task Run() => await commands.SendAsync(new Do(), CancellationToken.None);
        }
        """);

    [Fact]
    public Task TheFixPassesTheToken() => CheckFix(
        InHandler.Body("await store.LoadAsync(cancellationToken: /* none */ [|default|], id: 1);"),
        InHandler.Body("await store.LoadAsync(cancellationToken: /* none */ token, id: 1);"));

    [Fact]
    public Task FixAllPassesItToAll() => CheckFixAll(
        [InHandler.Body("await store.SaveAsync(await store.LoadAsync(1, [|default|]), [|default|]);"), "class Empty;"],
        [InHandler.Body("await store.SaveAsync(await store.LoadAsync(1, token), token);"), "class Empty;"]);
}
