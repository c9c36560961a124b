using CqrsGen.Analyzers.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class IdleCommandTests : RuleTests<IdleCommandAnalyzer>
{
    [Fact]
    public Task ACommandThatChangesNothing_Reports() => CheckMessage(
        "A command changes something: nothing that 'RecommendHandler.HandleAsync' does for 'Recommend' has an effect. "
        + "Make 'Recommend' a query.",
        Handler("return new(stock.Best(command.Near));").Replace(
            "HandleAsync", "[|HandleAsync|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("await Task.Delay(1, token); logger.LogInformation(\"asked\"); return Guid.Empty;")]
    [InlineData("var found = new List<Guid>(); found.Add(command.Near); return found[0];")]
    [InlineData("if (command.Near == default) throw new ArgumentException(\"near\"); return command.Near;")]
    public Task ACommandThatOnlyReads_Reports(string statements) => Check(
        Handler(statements, "async").Replace("HandleAsync", "[|HandleAsync|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("stock.Take(command.Near); return Guid.Empty;")]
    [InlineData("await events.PublishAsync(new Taken(), token); return Guid.Empty;")]
    [InlineData("_taken++; return Guid.Empty;")]
    [InlineData("return remote.Take(command.Near);")]
    [InlineData("action(); return Guid.Empty;")]
    public Task ACommandThatChangesOrMayChangeSomething_IsSilent(string statements) =>
        Check(Handler(statements, "async"));

    [Fact]
    public Task QueriesEventsAndOtherMethods_AreSilent() => Check(
        """
        [Query] public sealed partial record Get : IQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        public sealed class Handlers : IQueryHandler<Get, int>, IEventHandler<Done>
        {
            public ValueTask<int> HandleAsync(Get query, CancellationToken token) => new(1);
            public ValueTask HandleAsync(Done @event, CancellationToken token) => default;
            public int Other(int number) => number;
        }
        public static class Marked
        {
            [Handler] public static void [|Nothing|](Nothing command) { }
        }
        [Command] public sealed partial record Nothing : ICommand;
        """);

    private static string Handler(string statements, string modifier = "") =>
        $$"""
        using Microsoft.Extensions.Logging;

        [Command] public sealed partial record Recommend(Guid Near) : ICommand<Guid>;
        [Event] public sealed partial record Taken : IEvent;
        public interface IStock { Guid Best(Guid near); void Take(Guid one); }
        public sealed class Stock : IStock
        {
            private readonly List<Guid> _all = [];
            public Guid Best(Guid near) => _all.Order().First(one => one != near);
            public void Take(Guid one) => _all.Remove(one);
        }
        public abstract class Remote { public abstract Guid Take(Guid one); }
        public sealed class RecommendHandler(
            IStock stock, IEventBus events, Unknown.IRemote remote, Action action, ILogger<Recommend> logger)
            : ICommandHandler<Recommend, Guid>
        {
            private int _taken;
            public {{modifier}} ValueTask<Guid> HandleAsync(Recommend command, CancellationToken token)
            {
                _ = (stock, events, remote, action, logger, _taken);
                {{statements}}
            }
        }
        namespace Unknown { public interface IRemote { Guid Take(Guid one); } }
        """;
}
