using CqrsGen.Analyzers.Async;
using CqrsGen.CodeFixes.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class UnpassedTokenTests : RuleTests<UnpassedTokenAnalyzer, UnpassedTokenFixer>
{
    [Fact]
    public Task AnOptionalTokenThatIsLeftOut_Reports() => CheckMessage(
        "A call takes the token of its caller: 'IStore.LoadAsync' is called without 'token', so it goes on when its " +
        "caller is cancelled. Pass 'token'.",
        InHandler.Body("await store.[|LoadAsync|](1);"));

    [Theory]
    [InlineData("await store.[|SaveAsync|](1);")]
    [InlineData("_ = await store.[|FindAsync|]<string>(\"a\");")]
    [InlineData("store.[|Count|](2);")]
    [InlineData("await Task.[|Delay|](10);")]
    [InlineData("await queries.[|QueryAsync|](new Get());")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(id => store.[|SaveAsync|](id)));")]
    [InlineData("await One(1); async Task One(int id) => await store.[|SaveAsync|](id);")]
    [InlineData("_ = await new System.Net.Http.HttpClient().[|GetStringAsync|](\"a\");")]
    [InlineData("try { await store.[|SaveAsync|](1); } catch (Exception) { }")]
    public Task ATokenThatIsNotPassed_Reports(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("await store.LoadAsync(1, token);")]
    [InlineData("await store.LoadAsync(1, CancellationToken.None);")]
    [InlineData("await store.PlainAsync(1);")]
    [InlineData("await store.OldAsync();")]
    [InlineData("await store.AllAsync(1, 2);")]
    [InlineData("await store.DisposeAsync();")]
    [InlineData("try { } catch (Exception) { await store.SaveAsync(1); }")]
    [InlineData("try { } finally { await store.SaveAsync(1); }")]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(token); " +
        "await store.LoadAsync(1, linked.Token);")]
    [InlineData("var kept = new Lazy<Task<int>>(() => store.LoadAsync(1));")]
    [InlineData("var all = new System.Collections.Concurrent.ConcurrentDictionary<int, Task<int>>(); " +
        "await all.GetOrAdd(1, id => store.LoadAsync(id));")]
    [InlineData("Func<IStore, Task> later = static store => store.SaveAsync(1);")]
    [InlineData("System.Linq.Expressions.Expression<Func<IStore, Task>> tree = s => s.SaveAsync(1);")]
    [InlineData("await Task.Run(() => 1);")]
    [InlineData("await Task.CompletedTask.WaitAsync(TimeSpan.FromSeconds(1));")]
    public Task WhereNoTokenIsMissing_IsSilent(string statements) => Check(InHandler.Body(statements));

    [Fact]
    public Task AMethodWithoutToken_IsSilent() => Check(InHandler.Members(
        """
        public async ValueTask HandleAsync(Do command, CancellationToken token) => await Save();
            private Task Save() => store.SaveAsync(1);
            private Task Save(int id) => store.SaveAsync(id);
            private Task Save(int id, CancellationToken token) => Save(id);
        """));

    [Fact]
    public Task AClassThatIsNoHandler_IsSilentUnlessItDispatches() => Check(InHandler.Body(""),
        """
        public sealed class Other(IStore store, ICommandBus commands)
        {
            public async Task Run(CancellationToken token)
            {
                await store.SaveAsync(1);
                await commands.[|SendAsync|](new Do());
            }
        }
        [NotDiscovered] public sealed class Fake(IStore store) : IEventHandler<IEvent>
        {
            public async ValueTask HandleAsync(IEvent @event, CancellationToken token) => await store.SaveAsync(1);
        }
        """);

    [Fact]
    public Task MarkedMethodsAndMiddleware_Report() => Check(InHandler.Body(""),
        """
        public static class Queries
        {
            [Handler] public static async Task<int> Get(Get query, IStore store, CancellationToken token) =>
                await store.[|LoadAsync|](1);
            public static async Task<int> Other(IStore store, CancellationToken token) => await store.LoadAsync(1);
        }
        [Middleware(Order = 1)] public sealed class Saving(IStore store)
        {
            public async ValueTask Before<TMessage>(TMessage message, CancellationToken token) =>
                await store.[|SaveAsync|](1);
        }
        """);

    [Fact]
    public Task TheFixPassesTheTokenLast() => CheckFix(
        InHandler.Body("await store.[|SaveAsync|](1); // Now."),
        InHandler.Body("await store.SaveAsync(1, token); // Now."));

    [Fact]
    public Task TheFixNamesTheParameterWhereOthersAreLeftOutBeforeIt() => CheckFix(
        InHandler.Body("store.[|Count|](name: \"a\");"),
        InHandler.Body("store.Count(name: \"a\", cancellationToken: token);"));

    [Fact]
    public Task TheFixNamesTheParameterWhereItIsNotNext() => CheckFix(
        InHandler.Body("store.[|Count|]();"),
        InHandler.Body("store.Count(cancellationToken: token);"));

    [Fact]
    public Task TheFixKeepsArgumentsOnTheirLines() => CheckFix(
        InHandler.Body("await store.[|LoadAsync|](\n            1 /* one */);"),
        InHandler.Body("await store.LoadAsync(\n            1 /* one */, token);"));

    [Theory]
    [InlineData(
        "await store.[|LoadAsync|](\n            1 // first\n        );",
        "await store.LoadAsync(\n            1, // first\n            token\n        );")]
    [InlineData(
        "await store.[|LoadAsync|](1 // first\n            );",
        "await store.LoadAsync(1, // first\n            token\n            );")]
    [InlineData(
        "store.[|Count|](\n            name: \"a\", // first\n            by: 2);",
        "store.Count(\n            name: \"a\", // first\n            by: 2,\n            cancellationToken: token);")]
    [InlineData(
        "store.[|Count|]( // none\n            );",
        "store.Count( // none\n            cancellationToken: token);")]
    public Task TheFixKeepsCommentsAndLines(string before, string after) =>
        CheckFix(InHandler.Body(before), InHandler.Body(after));

    [Fact]
    public Task FixAllPassesItToCallsInCalls() => CheckFixAll(
        [InHandler.Body("await store.[|SaveAsync|](await store.[|LoadAsync|](1));"), "public class Empty;"],
        [InHandler.Body("await store.SaveAsync(await store.LoadAsync(1, token), token);"), "public class Empty;"]);

    [Fact]
    public Task WhereTheNameMeansSomethingElse_NoFixIsOffered() => CheckNoFix(InHandler.Body(
        "Task One(int token) => Task.WhenAll(new[] { 1 }.Select(id => store.[|SaveAsync|](id))); await One(1);"));
}
