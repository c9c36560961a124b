using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class DispatchCycleTests : RuleTests<DispatchCycleAnalyzer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Place : ICommand;
        [Command] public sealed partial record Reserve : ICommand;
        [Query] public sealed partial record Find(int Id) : IQuery<int>;
        [Event] public sealed partial record Placed : IOrderEvent;
        [Event] public sealed partial record Reserved : OrderEvent;
        public abstract record OrderEvent : IEvent;
        public interface IOrderEvent : IEvent;
        """;

    [Fact]
    public async Task ACircleOfThree_ReportsEveryStep() =>
        (await Check(
            Messages,
            """
            public static class Handlers
            {
                [Handler] public static ValueTask On(Place command, IDispatcher bus) =>
                    bus.[|PublishAsync|](new Placed());
                [Handler] public static async Task Then(IOrderEvent placed, IDispatcher bus)
                {
                    if (placed is not null) await bus.[|SendAsync|](new Reserve());
                }
                [Handler] public static ValueTask Last(Reserve command, IDispatcher bus) =>
                    bus?.[|SendAsync|](new Place()) ?? default;
            }
            """)).Select(static found => found.GetMessage()).ShouldBe(
        [
            "Dispatch does not go in circles: handling 'Place' dispatches it again: Place → Placed → Reserve → " +
            "Place. Take out one of the steps.",
            "Dispatch does not go in circles: handling 'IOrderEvent' dispatches it again: IOrderEvent → Reserve → " +
            "Place → Placed. Take out one of the steps.",
            "Dispatch does not go in circles: handling 'Reserve' dispatches it again: Reserve → Place → Placed → " +
            "Reserve. Take out one of the steps.",
        ]);

    [Fact]
    public Task AcrossFiles_Reports() => Check(
        Messages,
        """
        public sealed class PlaceHandler(ICommandBus bus) : ICommandHandler<Place>
        {
            public ValueTask HandleAsync(Place command, CancellationToken token) => bus.[|SendAsync|](new Reserve());
        }
        """,
        """
        public sealed class ReserveHandler(ICommandBus bus) : ICommandHandler<Reserve>
        {
            public ValueTask HandleAsync(Reserve command, CancellationToken token) => Again(command);
            private ValueTask Again(Reserve command) => bus.[|SendAsync|](new Place());
        }
        """);

    [Fact]
    public Task AHandlerThatAlwaysDispatchesItsOwnMessage_Reports() => Check(
        Messages,
        """
        public sealed class Listener(IEventBus bus) : IEventHandler<OrderEvent>
        {
            public async ValueTask HandleAsync(OrderEvent @event, CancellationToken token)
            {
                Console.WriteLine(@event);
                await bus.[|PublishAsync|](new Reserved(), token);
            }
        }
        """);

    [Theory]
    [InlineData("if (query.Id > 0) return await bus.QueryAsync(new Find(query.Id - 1)); return 1;")]
    [InlineData("if (query.Id == 0) return 1; return await bus.QueryAsync(new Find(query.Id - 1));")]
    [InlineData("if (query.Id == 0) throw new Exception(); return await bus.QueryAsync(new Find(1));")]
    [InlineData("return query.Id == 0 ? 1 : await bus.QueryAsync(new Find(1));")]
    [InlineData("int sum = 0; foreach (int id in new[] { 1 }) sum += await bus.QueryAsync(new Find(id)); return sum;")]
    [InlineData("return query.Id switch { 0 => 1, _ => await bus.QueryAsync(new Find(1)) };")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(id => bus.QueryAsync(new Find(id)).AsTask())); return 1;")]
    [InlineData("try { return 1; } catch (Exception) { return await bus.QueryAsync(new Find(1)); }")]
    public Task ARecursionThatEnds_IsSilent(string statements) => Check(
        Messages,
        $$"""
        public sealed class FindHandler(IQueryBus bus) : IQueryHandler<Find, int>
        {
            public async ValueTask<int> HandleAsync(Find query, CancellationToken token) { {{statements}} }
        }
        """);

    [Fact]
    public Task WhatDoesNotComeBack_IsSilent() => Check(
        Messages,
        """
        public static class Handlers
        {
            [Handler] public static ValueTask On(Place command, IDispatcher bus) => bus.SendAsync(new Reserve());
            [Handler] public static ValueTask On(Reserve command, IDispatcher bus, ICommand unknown) =>
                bus.SendAsync(unknown);
            [Handler] public static ValueTask On(Placed @event, IDispatcher bus) => bus.PublishAsync(new Reserved());
        }
        public sealed class Caller(IDispatcher bus)
        {
            public ValueTask Run() => bus.SendAsync(new Place());
        }
        """);
}
