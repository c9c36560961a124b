namespace CqrsGen.Generators.Tests.Incremental;

/// <summary>A project with something of everything.</summary>
internal static class SampleProject
{
    public static SourceProject Shop { get; } = new(
        "Shop",
        """
        namespace Shop;

        public readonly record struct OrderId(int Value);
        public interface IOrders { OrderId Add(string customer); }

        [Command] public sealed partial record PlaceOrder(string Customer) : ICommand<OrderId>;
        [Command] public sealed partial record CancelOrder(OrderId Id) : ICommand;
        [Command] public readonly partial record struct Move(int X) : ICommand<int>;
        [Query(Name = "orders.get", TimeoutSeconds = 1.5)]
        public sealed partial record GetOrder(OrderId Id) : IQuery<string?>;
        [Query] public sealed record Plain(int X) : IQuery<string>;
        [Query] public sealed partial record ListOrders : IStreamQuery<int>;
        [Event] public partial record OrderPlaced(OrderId Id) : IEvent;
        """,
        """
        namespace Shop;

        public sealed class PlaceOrderHandler(IOrders orders, IEventBus events) : ICommandHandler<PlaceOrder, OrderId>
        {
            public async ValueTask<OrderId> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
            {
                var id = orders.Add(command.Customer);
                await events.PublishAsync(new OrderPlaced(id), cancellationToken);
                return id;
            }
        }

        internal static class Handlers
        {
            [Handler] public static void Cancel(CancelOrder command, IOrders orders) => orders.Add("");
            [Handler] public static string? Get(GetOrder query) => null;
            [Handler] public static ValueTask<string> GetPlain(Plain query) => new("plain");
            [Handler] public static Task<int> Go(Move move, CancellationToken token) => Task.FromResult(move.X);
            [Handler]
            public static async IAsyncEnumerable<int> List(ListOrders query) { await Task.Yield(); yield return 1; }
            [Handler(Order = 1)] public static void Heard(OrderPlaced placed) { }
        }

        internal sealed class Listener : IEventHandler<IEvent>
        {
            public ValueTask HandleAsync(IEvent @event, CancellationToken cancellationToken) => default;
        }
        """,
        """
        namespace Shop;

        [Middleware(Order = 100)]
        public sealed class Timing(TimeProvider time)
        {
            [return: State] public long Before<TMessage>(TMessage message) => time.GetTimestamp();
            public void After<TMessage, TResult>(TMessage message, TResult result, [State] long started) { }
            public void Failed<TMessage>(TMessage message, Exception exception, [State] long started) { }
        }

        [Middleware(Order = 200)]
        public sealed class Retry<TMessage, TResult> : IMiddleware<TMessage, TResult>
            where TMessage : ICommand<TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(
                TMessage message, TNext next, CancellationToken cancellationToken)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, cancellationToken);
        }

        public static class Program
        {
            public static void Run(IServiceCollection services) => services.AddCqrsGen();
        }
        """);
}
