using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class TokenOfNobodyTests : RuleTests<TokenOfNobodyAnalyzer, TokenOfNobodyFixer>
{
    [Fact]
    public Task None_Reports() => CheckMessage(
        "A token that nobody cancels is for work that must end: 'IStore.LoadAsync' gets 'CancellationToken.None' " +
        "although 'token' is at hand. Pass 'token', or say why this must end and suppress it here.",
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
