// The smallest whole program: a command, a query, an event with two handlers, and a middleware.
using CqrsGen;
using HelloCqrs;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton<Guests>();
services.AddCqrsGen(); // Generated: it knows every message, handler and middleware below.
await using var provider = services.BuildServiceProvider();
var bus = provider.GetRequiredService<IDispatcher>();

var ada = await bus.SendAsync(new Welcome("Ada"));
await bus.SendAsync(new Welcome("Grace"));
Console.WriteLine($"Guest {ada.Value} is {await bus.QueryAsync(new FindGuest(ada))}.");
Console.WriteLine($"Guest 7 is {await bus.QueryAsync(new FindGuest(new GuestId(7))) ?? "not here"}.");

namespace HelloCqrs
{
    public readonly record struct GuestId(int Value);

    [Command]
    public sealed partial record Welcome(string Name) : ICommand<GuestId>;

    [Query]
    public sealed partial record FindGuest(GuestId Id) : IQuery<string?>;

    [Event]
    public sealed partial record GuestArrived(GuestId Id, string Name) : IEvent;

    // A handler class. What its constructor takes comes from the container.
    public sealed class WelcomeHandler(Guests guests, IEventBus events) : ICommandHandler<Welcome, GuestId>
    {
        public async ValueTask<GuestId> HandleAsync(Welcome command, CancellationToken cancellationToken)
        {
            var id = guests.Add(command.Name);
            await events.PublishAsync(new GuestArrived(id, command.Name), cancellationToken);
            return id;
        }
    }

    // Or plain methods. What they need comes after the message.
    public static class Handlers
    {
        [Handler]
        public static string? Find(FindGuest query, Guests guests) => guests.Find(query.Id);

        [Handler]
        public static void Greet(GuestArrived @event) => Console.WriteLine($"Hello, {@event.Name}!");

        [Handler]
        public static void Tally(GuestArrived @event, Guests guests) => Console.WriteLine($"Guests: {guests.Count}.");
    }

    // A middleware of hooks. The compiler writes them into the route of each message that it applies to: all commands.
    [Middleware(Order = 1, Kinds = MessageKinds.Commands)]
    public sealed class Announcing
    {
        public void Before<TMessage>(TMessage message) => Console.WriteLine($"> {message}");
    }

    [Singleton]
    public sealed class Guests
    {
        private readonly List<string> _names = [];

        public int Count => _names.Count;

        public GuestId Add(string name)
        {
            _names.Add(name);
            return new GuestId(_names.Count);
        }

        public string? Find(GuestId id) => id.Value <= _names.Count ? _names[id.Value - 1] : null;
    }
}
