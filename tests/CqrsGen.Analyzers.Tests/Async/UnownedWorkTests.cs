using CqrsGen.Analyzers.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class UnownedWorkTests : RuleTests<UnownedWorkAnalyzer>
{
    [Fact]
    public Task WorkThatNobodyWaitsFor_Reports() => CheckMessage(
        "A handler ends when its work ends: nobody waits for what 'Task.Run' starts in 'DoHandler'. Await the work, " +
        "or hand it to a hosted service.",
        InHandler.Body("_ = Task.[|Run|](() => store.SaveAsync(1));"));

    [Fact]
    public Task WorkThatIsAwaitedOnAnotherThread_Reports() => CheckMessage(
        "A handler ends when its work ends: 'Task.Run' in 'DoHandler' takes a second thread for work that the first " +
        "one waits for. Do the work here.",
        InHandler.Body("await Task.[|Run|](() => store.SaveAsync(1));"));

    [Fact]
    public Task AnAsyncVoidMethod_Reports() => CheckMessage(
        "A handler ends when its work ends: 'DoHandler.Save' is async void, so nobody can wait for it. Return Task " +
        "or ValueTask, and await it.",
        InHandler.Members(
            """
            public ValueTask HandleAsync(Do command, CancellationToken token) { Save(); return default; }
                private async void [|Save|]() => await store.SaveAsync(1);
            """));

    [Theory]
    [InlineData("Task.[|Run|](() => store.SaveAsync(1));")]
    [InlineData("_ = Task.Factory.[|StartNew|](() => 1);")]
    [InlineData("await Task.[|Run|](() => 1).ConfigureAwait(false);")]
    [InlineData("new List<int>().ForEach([|async|] id => await store.SaveAsync(id));")]
    [InlineData("Save(); async void [|Save|]() => await store.SaveAsync(1);")]
    public Task UnownedWork_Reports(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("await Task.WhenAll(new[] { 1, 2 }.Select(id => Task.Run(() => id * id)));")]
    [InlineData("var one = Task.Run(() => 1); var two = Task.Run(() => 2); await Task.WhenAll(one, two);")]
    [InlineData("await store.SaveAsync(1);")]
    [InlineData("_ = store.SaveAsync(1);")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += async (sender, e) => await store.SaveAsync(1);")]
    [InlineData("Func<Task> save = async () => await store.SaveAsync(1); await save();")]
    public Task OwnedWork_IsSilent(string statements) => Check(InHandler.Body(statements));

    [Fact]
    public Task OtherClassesAndMarkedMethods_AreSilent() => Check(InHandler.Body(""),
        """
        public sealed class Other(IStore store)
        {
            public void Run() => Task.Run(() => store.SaveAsync(1));
            public async void Save() => await store.SaveAsync(1);
        }
        public static class Reported { [Handler] public static async void By3003(Do command) => await Task.Yield(); }
        """);
}
