using CqrsGen;

namespace AotApp.Shop;

[Singleton]
public sealed class OrderBook
{
    private readonly SortedDictionary<int, OrderView> _orders = [];
    private int _last;

    public OrderId Add(string customer, int count)
    {
        var id = new OrderId(++_last);
        _orders.Add(id.Value, new OrderView(id, customer, count));
        return id;
    }

    public OrderView? Find(OrderId id) => _orders.GetValueOrDefault(id.Value);

    public bool Remove(OrderId id) => _orders.Remove(id.Value);

    public void Replace(OrderView order) => _orders[order.Id.Value] = order;

    public IReadOnlyCollection<OrderView> All => _orders.Values;
}
