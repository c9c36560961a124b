using CqrsGen;

namespace AotApp.Shop;

internal sealed class PlaceOrderHandler(OrderBook orders, IEventBus events) : ICommandHandler<PlaceOrder, OrderId>
{
    public async ValueTask<OrderId> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
    {
        if (command.Count == 0)
        {
            throw new ConflictException("order.empty", "An order has at least one item.");
        }

        await Task.Yield();
        var id = orders.Add(command.Customer, command.Count);
        await events.PublishAsync(new OrderPlaced(id), cancellationToken);
        return id;
    }
}
