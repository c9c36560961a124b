namespace CqrsGen.Generators.Tests.Modules;

/// <summary>The assemblies of a small modular shop.</summary>
internal static class Shops
{
    /// <summary>Messages and nothing else.</summary>
    public static SourceProject Contracts { get; } = new(
        "Shop.Contracts",
        """
        namespace Shop;

        public static class Log { public static List<string> Lines { get; } = new(); }

        public interface IAudited : IEvent;

        [Command] public sealed partial record Place(string Item) : ICommand<string>;
        [Command] public sealed record PlainPlace(string Item) : ICommand<string>;
        [Query] public sealed partial record Items : IStreamQuery<string>;
        [Event] public sealed partial record Placed(string Item) : IAudited;
        """);

    /// <summary>Handles the commands; its handlers are internal.</summary>
    public static SourceProject Orders { get; } = new(
        "Shop.Orders",
        """
        namespace Shop.Orders;

        internal sealed class PlaceHandler(IEventBus events)
            : ICommandHandler<Place, string>, ICommandHandler<PlainPlace, string>
        {
            public async ValueTask<string> HandleAsync(Place command, CancellationToken cancellationToken)
            {
                await events.PublishAsync(new Placed(command.Item), cancellationToken);
                return "placed " + command.Item;
            }

            public ValueTask<string> HandleAsync(PlainPlace command, CancellationToken cancellationToken) =>
                new("plainly placed " + command.Item);
        }

        internal static class Queries
        {
            [Handler] public static async IAsyncEnumerable<string> Handle(Items query)
            {
                await Task.Yield();
                yield return "item";
            }
        }

        internal sealed class OrdersListener : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken cancellationToken)
            {
                Log.Lines.Add("orders heard " + @event.Item);
                return default;
            }
        }
        """);

    /// <summary>Listens to the events of others, also by their interface.</summary>
    public static SourceProject Audit { get; } = new(
        "Shop.Audit",
        """
        namespace Shop.Audit;

        internal sealed class AuditListener : IEventHandler<IAudited>
        {
            public async ValueTask HandleAsync(IAudited @event, CancellationToken cancellationToken)
            {
                await Task.Yield();
                Log.Lines.Add("audit heard " + @event.GetType().Name);
            }
        }
        """);

    public const string Use =
        """
        public static class Program
        {
            public static async Task<string> Run()
            {
                var services = new ServiceCollection();
                services.AddCqrsGen();
                await using var provider = services.BuildServiceProvider(validateScopes: true);
                var bus = provider.GetRequiredService<IDispatcher>();
                var lines = new List<string>();
                lines.Add(await bus.SendAsync(new Shop.Place("tea")));
                lines.Add(await bus.SendAsync(new Shop.PlainPlace("tea")));
                await foreach (string item in bus.StreamAsync(new Shop.Items())) { lines.Add(item); }
                return string.Join("; ", Shop.Log.Lines.Concat(lines));
            }
        }
        """;
}
