namespace CqrsGen.Generators.Tests.Fuzz;

/// <summary>A small application that has something of everything the generator looks at.</summary>
internal static class ShopSources
{
    public const string Messages =
        """
        using System.ComponentModel.DataAnnotations;

        namespace Shop.Orders;

        public readonly record struct OrderId(int Value);

        [Command(TimeoutSeconds = 5)]
        public sealed partial record PlaceOrder([Required] string Customer, List<Line> Lines) : ICommand<OrderId>;

        public sealed record Line([Trim, StringLength(8)] string Sku, [Range(1, 99)] int Quantity);

        [Command(Name = "order.cancel")]
        public sealed partial class CancelOrder : ICommand
        {
            public required OrderId Id { get; init; }
        }

        [Command]
        public readonly partial record struct Touch(int Id) : ICommand<(int, string?)>;

        [Query(Validate = false)]
        public sealed partial record GetOrder(OrderId Id) : IQuery<string?>;

        [Query]
        public sealed partial record ListOrders(int Most) : IStreamQuery<OrderId>;

        [Query]
        public sealed record Count(string What) : IQuery<int>;

        [Event(Delivery = EventDelivery.Parallel)]
        public sealed partial record OrderPlaced(OrderId Id) : IOrderEvent;

        [Event]
        public sealed partial record OrderCancelled(OrderId Id) : IOrderEvent;

        public interface IOrderEvent : IEvent;

        public static partial class Nested
        {
            [Command]
            internal sealed partial record @event(int @class) : ICommand;
        }

        [Query]
        public sealed record Find<T>(T Key) : IQuery<List<T>>;

        [Command]
        public sealed partial record Completed(int Id);
        """;

    public const string Handlers =
        """
        using System.Runtime.CompilerServices;

        namespace Shop.Orders;

        public interface IOrders
        {
            OrderId Add(string customer);
        }

        public sealed class PlaceOrderHandler(IOrders orders, IEventBus events) : ICommandHandler<PlaceOrder, OrderId>
        {
            public async ValueTask<OrderId> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
            {
                var id = orders.Add(command.Customer);
                await events.PublishAsync(new OrderPlaced(id), cancellationToken);
                return id;
            }
        }

        [Handler(Lifetime = HandlerLifetime.Singleton)]
        internal sealed class OrderCommands :
            ICommandHandler<CancelOrder>, ICommandHandler<Touch, (int, string?)>, IDisposable
        {
            public ValueTask HandleAsync(CancelOrder command, CancellationToken cancellationToken) => default;

            public ValueTask<(int, string?)> HandleAsync(Touch command, CancellationToken token) => new((1, null));

            public void Dispose()
            {
            }
        }

        internal sealed class Streams : IStreamQueryHandler<ListOrders, OrderId>
        {
            public async IAsyncEnumerable<OrderId> HandleAsync(
                ListOrders query, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return new OrderId(query.Most);
            }
        }

        public static class OrderQueries
        {
            [Handler]
            public static async Task<string?> Get(GetOrder query, IOrders orders, CancellationToken cancellationToken)
            {
                await Task.Yield();
                return orders.ToString();
            }

            [Handler]
            public static int CountThem(Count query, [FromKeyedServices("all")] IOrders orders) => query.What.Length;

            [Handler]
            public static ValueTask<List<int>> FindInt(Find<int> query) => new([query.Key]);

            [Handler]
            internal static void Do(Nested.@event command)
            {
            }

            [Handler]
            public static OrderId Complete(Completed command) => new(command.Id);
        }

        public sealed class Mailer : IEventHandler<OrderPlaced>, IEventHandler<IOrderEvent>
        {
            public ValueTask HandleAsync(OrderPlaced @event, CancellationToken cancellationToken) => default;

            public ValueTask HandleAsync(IOrderEvent @event, CancellationToken cancellationToken) => default;
        }

        public sealed class Auditor
        {
            [Handler(Order = 2)]
            public Task Record(IEvent @event, IServiceProvider services) => Task.CompletedTask;
        }
        """;

    public const string Middleware =
        """
        namespace Shop.Orders;

        public interface IIdempotent;

        [Middleware(Order = 100)]
        public sealed class Timing(TimeProvider time)
        {
            [return: State]
            public long Before<TMessage>(TMessage message, MessageInfo info) => time.GetTimestamp();

            public void After<TMessage, TResult>(TMessage message, TResult result, [State] long started)
            {
            }

            public void Failed<TMessage>(TMessage message, Exception exception, [State] long started)
            {
            }
        }

        [Middleware(Order = 150, Kinds = MessageKinds.Commands)]
        public sealed class Caching
        {
            public ValueTask<Decision<TResult, int>> BeforeAsync<TMessage, TResult>(
                TMessage message, CancellationToken token)
                where TMessage : ICommand<TResult> => new(Decision<TResult, int>.Continue(1));

            public Recovery<TResult> Failed<TMessage, TResult>(
                TMessage message, Exception exception, [State] int state) =>
                Recovery<TResult>.Rethrow;

            public ValueTask FinallyAsync<TMessage>(TMessage message, [State] int state) => default;
        }

        [Middleware(Order = 200)]
        public sealed class Retry<TMessage, TResult> : IMiddleware<TMessage, TResult>
            where TMessage : ICommand<TResult>
        {
            public async ValueTask<TResult> InvokeAsync<TNext>(
                TMessage message, TNext next, CancellationToken cancellationToken)
                where TNext : struct, INext<TMessage, TResult>
            {
                try
                {
                    return await next.InvokeAsync(message, cancellationToken);
                }
                catch (TimeoutException)
                {
                    return await next.InvokeInNewScopeAsync(message, cancellationToken);
                }
            }
        }

        [Middleware(Order = 300)]
        public sealed class Paging<TMessage, TItem> : IStreamMiddleware<TMessage, TItem>
            where TMessage : IStreamQuery<TItem>
        {
            public IAsyncEnumerable<TItem> InvokeAsync<TNext>(
                TMessage message, TNext next, CancellationToken cancellationToken)
                where TNext : struct, IStreamNext<TMessage, TItem> => next.InvokeAsync(message, cancellationToken);
        }
        """;

    public const string Host =
        """
        [assembly: BuiltInMiddleware(BuiltIn.All)]

        namespace Shop;

        public static class Program
        {
            public static IServiceCollection Compose() => new ServiceCollection().AddCqrsGen();
        }
        """;

    public static SourceProject Project { get; } = new("Shop", Messages, Handlers, Middleware, Host);
}
