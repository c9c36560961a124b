using CqrsGen;

namespace Shop.Orders;

[Command]
public sealed partial record PlaceOrder(string Customer, int Count) : ICommand<OrderId>;

[Command]
public sealed partial record CancelOrder(OrderId Id) : ICommand;

[Query]
public sealed partial record GetOrder(OrderId Id) : IQuery<string?>;

[Query]
public sealed partial record ListOrders : IStreamQuery<OrderId>;

[Event]
public sealed partial record OrderPlaced(OrderId Id) : IEvent;

public readonly record struct OrderId(int Value);

[Singleton]
public sealed class OrderBook
{
    private readonly SortedDictionary<int, string> _orders = new();
    private int _last;

    public OrderId Add(string order)
    {
        _orders.Add(++_last, order);
        return new OrderId(_last);
    }

    public string? Find(OrderId id) => _orders.GetValueOrDefault(id.Value);

    public bool Remove(OrderId id) => _orders.Remove(id.Value);

    public IEnumerable<OrderId> All => _orders.Keys.Select(static key => new OrderId(key));
}

internal sealed class PlaceOrderHandler(OrderBook orders, IEventBus events) : ICommandHandler<PlaceOrder, OrderId>
{
    public async ValueTask<OrderId> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
    {
        var id = orders.Add($"{command.Count} for {command.Customer}");
        await events.PublishAsync(new OrderPlaced(id), cancellationToken);
        return id;
    }
}

internal static class OrderHandlers
{
    [Handler]
    public static void Cancel(CancelOrder command, OrderBook orders)
    {
        if (!orders.Remove(command.Id))
        {
            throw new NotFoundException("order.unknown", $"There is no order {command.Id.Value}.");
        }
    }

    [Handler]
    public static string? Get(GetOrder query, OrderBook orders) => orders.Find(query.Id);

    [Handler]
    public static async IAsyncEnumerable<OrderId> List(ListOrders query, OrderBook orders)
    {
        foreach (var id in orders.All.ToArray())
        {
            await Task.Yield();
            yield return id;
        }
    }
}
