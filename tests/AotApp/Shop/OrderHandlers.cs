using System.Runtime.CompilerServices;
using CqrsGen;

namespace AotApp.Shop;

/// <summary>Handlers as plain methods: synchronous, asynchronous, streaming, with dependencies.</summary>
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
    public static Result<OrderId> Rename(RenameCustomer command, OrderBook orders)
    {
        if (orders.Find(command.Id) is not { } order)
        {
            return Error.NotFound("order.unknown", $"There is no order {command.Id.Value}.");
        }

        orders.Replace(order with { Customer = command.Name });
        return command.Id;
    }

    [Handler]
    public static int Register(Register command) => command.Count;

    [Handler]
    public static int Pack(Pack command) => command.Parts.Count;

    [Handler]
    public static int Twice(Twice command) => command.Value * 2;

    [Handler]
    public static int Length(Length query) => query.Text.Length;

    [Handler]
    public static OrderView? Get(GetOrder query, OrderBook orders) => orders.Find(query.Id);

    [Handler]
    public static async Task<int> WaitAsync(Slow query, CancellationToken cancellationToken)
    {
        await Task.Delay(query.Milliseconds, cancellationToken);
        return query.Milliseconds;
    }

    [Handler]
    public static async IAsyncEnumerable<OrderView> List(
        ListOrders query, OrderBook orders, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var order in orders.All.ToArray())
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return order;
        }
    }

    [Handler]
    public static UnitOfWork GetUnitOfWork(GetUnitOfWork query, UnitOfWork unit) => unit;

    [Handler]
    public static string Greet(Nested.Greet query) => $"Hello, {query.Name}!";
}
