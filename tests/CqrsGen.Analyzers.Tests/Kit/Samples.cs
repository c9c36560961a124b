namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Sources that several tests share.</summary>
public static class Samples
{
    /// <summary>Everything that the rules look at, done right: no rule may say anything.</summary>
    public const string Clean =
        """
        namespace Shop;

        [Command] public sealed partial record PlaceOrder(int Customer) : ICommand<Guid>;
        [Command(Name = "order.cancel")] public sealed partial record CancelOrder(Guid Order) : ICommand;
        [Query] public sealed partial record GetOrder(Guid Order) : IQuery<string?>;
        [Query] public sealed partial record WatchOrders : IStreamQuery<string>;
        [Event] public sealed partial record OrderPlaced(Guid Order) : IOrderEvent;
        [Event] public readonly partial record struct OrderMoved(int X) : IEvent;
        [Command] public sealed partial record Archive;
        public interface IOrderEvent : IEvent;
        public interface IOrders { [SideEffectFree] int Count(); }
        public sealed class Orders : IOrders
        {
            private int? _count;
            public int Count() => _count ??= System.IO.File.ReadAllText("a").Length;
        }

        public sealed class PlaceOrderHandler(IOrders orders, IEventBus events) : ICommandHandler<PlaceOrder, Guid>
        {
            public async ValueTask<Guid> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
            {
                await events.PublishAsync(new OrderPlaced(Guid.Empty), cancellationToken);
                var one = Task.Delay(1, cancellationToken);
                var two = Task.Run(() => 2, cancellationToken);
                await Task.WhenAll(one, two);
                try
                {
                    await Task.Delay(two.Result, cancellationToken);
                }
                finally
                {
                    await Task.Delay(1, CancellationToken.None);
                }

                return orders is null ? Guid.Empty : Guid.Empty;
            }
        }

        public abstract class Listener<T> : IEventHandler<T>
        {
            public ValueTask HandleAsync(T @event, CancellationToken cancellationToken) => default;
        }

        [Handler(Lifetime = HandlerLifetime.Singleton)] public sealed class OrderListener : Listener<IOrderEvent>;

        public static class Handlers
        {
            [Handler] public static void Cancel(CancelOrder command, IOrders orders) { }
            [Handler] public static Task<string?> Get(GetOrder query, CancellationToken token) => throw new Exception();
            [Handler] public static IAsyncEnumerable<string> Watch(WatchOrders query) => throw new Exception();
            [Handler] public static void Moved(in OrderMoved @event) { }
            [Handler] public static int Archive(Archive command) => 1;
            [Handler] internal static Result<Guid> Ship(Ship command) => new Ship(command.Order).Order;
        }

        public sealed class Caller(IDispatcher dispatcher, IQueryBus? queries)
        {
            public async Task Run(PlaceOrder order)
            {
                await dispatcher.SendAsync(order);
                await dispatcher.SendAsync(new CancelOrder(Guid.Empty));
                if (queries is not null) await queries.QueryAsync(new GetOrder(Guid.Empty));
                await foreach (string found in dispatcher.StreamAsync(new WatchOrders())) { }
                await dispatcher.PublishAsync(new OrderMoved(1));
            }
        }

        [Command] internal sealed partial record Ship(Guid Order) : ICommand<Result<Guid>>;

        internal sealed class ShipValidator : IValidator<Ship>
        {
            public ValueTask ValidateAsync(Ship message, ValidationErrors errors, CancellationToken token) => default;
        }

        [Middleware(Order = 1)]
        public sealed class Timing
        {
            [return: State] public long Before<TMessage>(TMessage message) => 1;
            public void After<TMessage, TResult>(TMessage message, TResult result, [State] long started) { }
            public void Failed<TMessage>(TMessage message, Exception exception) => Failure(exception);
            public static void Failure(Exception exception) { }
        }

        [Middleware(Order = 2, Kinds = MessageKinds.Commands)]
        public sealed class Audit<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }

        [Query] public sealed partial record GetLastCommand(EquatableList<int> Orders, byte[] Mark) : IQuery<int>;

        public sealed class GetLastCommandHandler(IQueryBus queries) : IQueryHandler<GetLastCommand, int>
        {
            private string? _name;

            public async ValueTask<int> HandleAsync(GetLastCommand query, CancellationToken cancellationToken)
            {
                _name ??= typeof(GetLastCommand).Name;
                if (query.Orders.Count == 0)
                {
                    return _name.Length;
                }

                return await queries.QueryAsync(query with { Orders = [] }, cancellationToken);
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddScoped<IOrders, Orders>().AddCqrsGen();
        }
        """;

    /// <summary>A breach of every rule.</summary>
    public const string Wrong =
        """
        namespace Shop;

        using Handles = CqrsGen.HandlerAttribute;

        [Command] public sealed partial record Both : ICommand, IEvent;
        [Event] public sealed record Placed(string Order) : IEvent;
        [Command(Name = "Placed")] internal sealed partial record Place : ICommand<int>;
        public sealed partial record Unmarked : IQuery<int>;
        [Query] public sealed record Lonely;
        [Query] public sealed partial record Changed(List<int> Ids) : IQuery<int>;
        [Command] public sealed partial record Twice : ICommand;
        public interface IOrders;
        public sealed class Orders : IOrders;

        public abstract class Listener<T> : IEventHandler<T>
        {
            public ValueTask HandleAsync(T @event, CancellationToken cancellationToken) => default;
        }

        public sealed class PlacedListener : Listener<Placed>;

        public static class Handlers
        {
            [Handler] public static void A(Twice command) { }
            [Handler] public static void B(Twice command) { }
            [Handler] private static int Secret(Unmarked query) => 1;
            [Handler] public static void Nothing() { }
        }

        [Handler(Lifetime = HandlerLifetime.Singleton)]
        public sealed class Keeper(IOrders orders) : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken cancellationToken) =>
                throw new Exception($"{orders}");
        }

        public static class Impure
        {
            private static int s_count;

            [Handler]
            public static async Task<int> Handle(Changed query, IDispatcher dispatcher)
            {
                s_count++;
                query.Ids.Add(s_count);
                System.IO.File.Delete("a");
                await dispatcher.SendAsync(new Place());
                await dispatcher.PublishAsync(new Placed(1));
                await Inner(() => System.IO.File.WriteAllTextAsync("a", "b"));
                return query.Ids.Select(id => id + 1).First();

                static Task Inner(Func<Task> run) => run();
            }
        }

        public sealed class Caller(IDispatcher dispatcher)
        {
            public void Add(IServiceCollection services) => services.AddScoped<IOrders, Orders>().AddCqrsGen();

            public async Task Run()
            {
                await dispatcher.SendAsync(new Place());
                await dispatcher.QueryAsync(new Placed(""));
            }
        }

        [Command] public sealed partial record Fetch(Action Done) : ICommand<List<Uri[]>> { public int X { get; set; } }
        [Command] public sealed partial record View : ICommand<Placed[]>;
        [Query] public sealed partial record Touch : IQuery<Unit>;
        public interface IViews { void SaveView(); }
        public interface ICounted { [SideEffectFree] int Count(); }
        public sealed class Counted : ICounted
        {
            public int Count() { System.IO.File.Delete("a"); return One(); }
            [AssumeSideEffectFree("")] private static int One() => 1;
        }
        public sealed class TouchHandler : IQueryHandler<Touch, Unit>
        {
            private int _count;
            public ValueTask<Unit> HandleAsync(Touch query, CancellationToken token)
            {
                _count++;
                ((IViews?)null)!.SaveView();
                return default;
            }
        }
        [Query] public sealed partial record Search : IQuery<IQueryable<int>>;

        [Handler]
        public sealed class Hasty : IEventHandler<Placed>
        {
            public IEventBus? Buses => null;

            public async ValueTask HandleAsync(Placed @event, CancellationToken token)
            {
                await Task.Delay(1);
                await Task.Delay(1, CancellationToken.None);
                Task.Delay(1, token).Wait();
                Buses?.PublishAsync(@event, token);
                _ = Task.Run(() => 1);
            }
        }

        [Command] internal sealed partial record Forgotten : ICommand<bool>;
        [Middleware(Order = 7)] public sealed class Seven { public void Before<TMessage>(TMessage message) { } }
        [Middleware(Order = 7)] public sealed class Again { public void Before<TMessage>(TMessage message) { } }
        [Middleware(Order = 9)] public sealed class Nine { public void OnError(Exception exception) { } }
        public sealed class Retry<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        public abstract class Validator<T> : IValidator<T>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
        }
        public sealed class TwiceValidator : Validator<Twice>;
        [Middleware(Order = 8)] public sealed class Eight { private int Before<TMessage>(TMessage message) => 8; }

        [Query] public partial record CancelOrderCommand(List<int> Orders) : IQuery<int>;
        [Command] public sealed partial record Hop : ICommand;
        [Command] public sealed partial record Skip : ICommand;

        public sealed class HopHandler(ICommandBus commands, IServiceProvider services) : ICommandHandler<Hop>
        {
            private int _hops;

            public async ValueTask HandleAsync(Hop command, CancellationToken token)
            {
                _hops++;
                await commands.SendAsync(new Skip(), token);
                await commands.SendAsync((ICommand)Activator.CreateInstance(command.GetType())!, token);
                System.Linq.Expressions.Expression<Func<int>> one = () => 1;
                Console.WriteLine(one.Compile()() + services.GetRequiredService<Orders>().GetHashCode());
            }
        }

        public sealed class SkipHandler(IDispatcher bus) : ICommandHandler<Skip>, IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Skip command, CancellationToken token) => bus.SendAsync(new Hop(), token);
            public ValueTask HandleAsync(Placed @event, CancellationToken token) => bus.SendAsync(new Hop(), token);
        }
        """;
}
