using CqrsGen;
using Microsoft.Extensions.DependencyInjection;
using Shop.Orders;

var services = new ServiceCollection();
services.AddSingleton<OrderBook>();
services.AddCqrsGen();
await using var provider = services.BuildServiceProvider(validateScopes: true);
var dispatcher = provider.GetRequiredService<IDispatcher>();

var id = await dispatcher.SendAsync(new PlaceOrder("Ada", 3));
await dispatcher.SendAsync(new PlaceOrder("Grace", 1));
Console.WriteLine($"order 1: {await dispatcher.QueryAsync(new GetOrder(id))}");
await dispatcher.SendAsync(new CancelOrder(id));
Console.WriteLine($"order 1: {await dispatcher.QueryAsync(new GetOrder(id)) ?? "none"}");
await foreach (var left in dispatcher.StreamAsync(new ListOrders()))
{
    Console.WriteLine($"left: {left.Value}");
}

try
{
    await dispatcher.SendAsync(new CancelOrder(id));
}
catch (NotFoundException exception)
{
    Console.WriteLine(exception.Message);
}

public sealed class Announce : IEventHandler<OrderPlaced>
{
    public ValueTask HandleAsync(OrderPlaced @event, CancellationToken cancellationToken)
    {
        Console.WriteLine($"placed: {@event.Id.Value}");
        return default;
    }
}

[Middleware(Order = 100, Scope = MiddlewareScope.Application, Kinds = MessageKinds.Commands)]
public sealed class Trace
{
    public void Before<TMessage>(TMessage message) => Console.WriteLine($"> {typeof(TMessage).Name}");

    public void Failed<TMessage>(TMessage message, Exception exception) =>
        Console.WriteLine($"! {typeof(TMessage).Name}");
}
