using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UnawaitedDispatchTests : RuleTests<UnawaitedDispatchAnalyzer, UnawaitedDispatchFixer>
{
    [Fact]
    public Task ADispatchThatIsDropped_Reports() => CheckMessage(
        "A dispatch is awaited: nobody waits for what 'ICommandBus.SendAsync' returns, so its failure is lost and " +
        "its scope may end first. Await it.",
        Async("bus.[|SendAsync|](new Do());"));

    [Fact]
    public Task AStreamThatIsNotRead_Reports() => CheckMessage(
        "A dispatch is awaited: nobody waits for what 'IQueryBus.StreamAsync' returns, so nothing is read. Read it " +
        "with await foreach.",
        Async("bus.[|StreamAsync|](new Watch());"));

    [Theory]
    [InlineData("_ = bus.[|SendAsync|](new Do());")]
    [InlineData("_ = bus.[|SendAsync|](new Do()).AsTask();")]
    [InlineData("bus?.[|SendAsync|](new Do());")]
    [InlineData("_ = bus.[|QueryAsync|](new Get()).ConfigureAwait(false);")]
    [InlineData("bus.[|PublishAsync|](new Done());")]
    [InlineData("new List<int>().ForEach(id => bus.[|SendAsync|](new Do()));")]
    public Task ADroppedDispatch_Reports(string statements) => Check(Async(statements));

    [Theory]
    [InlineData("await bus.SendAsync(new Do());")]
    [InlineData("int got = await bus.QueryAsync(new Get());")]
    [InlineData("_ = await bus.QueryAsync(new Get());")]
    [InlineData("var task = bus.SendAsync(new Do()); await task;")]
    [InlineData("await Task.WhenAll(bus.SendAsync(new Do()).AsTask(), bus.SendAsync(new Do()).AsTask());")]
    [InlineData("await foreach (int one in bus.StreamAsync(new Watch())) { }")]
    [InlineData("Func<ValueTask> later = () => bus.SendAsync(new Do()); await later();")]
    [InlineData("bus.SendAsync(new Do()).GetAwaiter().GetResult();")]
    [InlineData("_ = other.SendAsync(new Do());")]
    public Task ADispatchThatSomebodyHolds_IsSilent(string statements) => Check(Async(statements));

    [Fact]
    public Task TheFixAwaitsIt() => CheckFix(
        Async("/* Now. */ bus.[|SendAsync|](new Do()); // Done."),
        Async("/* Now. */ await bus.SendAsync(new Do()); // Done."));

    [Fact]
    public Task TheFixTakesTheDiscardAway() => CheckFix(
        Async("_ = bus.[|QueryAsync|](new Get());"), Async("await bus.QueryAsync(new Get());"));

    [Fact]
    public Task FixAllAwaitsAll() => CheckFixAll(
        [Async("bus.[|SendAsync|](new Do()); _ = bus.[|PublishAsync|](new Done()).AsTask();"), "public class Empty;"],
        [Async("await bus.SendAsync(new Do()); await bus.PublishAsync(new Done()).AsTask();"), "public class Empty;"]);

    [Theory]
    [InlineData("new List<int>().ForEach(id => bus.[|SendAsync|](new Do()));")]
    [InlineData("bus?.[|SendAsync|](new Do());")]
    [InlineData("bus.[|StreamAsync|](new Watch());")]
    [InlineData("lock (bus) { bus.[|SendAsync|](new Do()); }")]
    [InlineData("void Now() { bus.[|SendAsync|](new Do()); } Now();")]
    public Task WhereNothingMayBeAwaited_NoFixIsOffered(string statements) => CheckNoFix(Async(statements));

    [Fact]
    public Task WhereASpanLivesOn_NoFixIsOffered() => CheckNoFix(
        Project(Async("Span<int> s = [1]; bus.[|SendAsync|](new Do()); s[0] = 1;")) with
        {
            LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13,
        });

    private static string Async(string statements) =>
        $$"""
        [Command] public sealed partial record Do : ICommand;
        [Query] public sealed partial record Get : IQuery<int>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        public interface IOther { ValueTask SendAsync(object message); }
        public sealed class Caller(IDispatcher bus, IOther other)
        {
            private readonly object _other = other;
            public async Task Run()
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
