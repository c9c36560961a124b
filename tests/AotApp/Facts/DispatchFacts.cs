using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class DispatchFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        var dispatcher = provider.GetRequiredService<Dispatcher>();
        var buses = provider.GetRequiredService<IDispatcher>();
        var id = new OrderId(1);
        await report.FactAsync("a command with a result", async () =>
            Report.Equal(id, await dispatcher.SendAsync(new PlaceOrder("Ada", 3))));
        await report.FactAsync("a query", async () =>
            Report.Equal(new OrderView(id, "Ada", 3), await dispatcher.QueryAsync(new GetOrder(id))));
        await report.FactAsync("a query through an interface", async () =>
            Report.Equal("Ada", (await buses.QueryAsync(new GetOrder(id)))?.Customer));
        await report.FactAsync("a query for what is absent", async () =>
            Report.Equal(null, await dispatcher.QueryAsync(new GetOrder(new OrderId(9)))));
        await report.FactAsync("a command whose type is erased", async () =>
        {
            ICommand<Result<OrderId>> command = new RenameCustomer(id, "Grace");
            Report.Equal(id, (await buses.SendAsync(command)).Value);
            Report.Equal("Grace", (await buses.QueryAsync(new GetOrder(id)))?.Customer);
        });
        await report.FactAsync("a failed result", async () =>
            Report.Equal(
                ErrorCategory.NotFound,
                (await dispatcher.SendAsync(new RenameCustomer(new OrderId(9), "x"))).Error?.Category));
        await report.FactAsync("a stream", async () =>
        {
            await dispatcher.SendAsync(new PlaceOrder("Lin", 1));
            var names = new List<string>();
            await foreach (var order in dispatcher.StreamAsync(new ListOrders()))
            {
                names.Add(order.Customer);
            }

            Report.Equal("Grace Lin", string.Join(' ', names));
        });
        await report.FactAsync("a command without a result, and an exception", async () =>
        {
            await dispatcher.SendAsync(new CancelOrder(id));
            await Report.ThrowsAsync<NotFoundException>(
                async () => await dispatcher.SendAsync(new CancelOrder(id)));
        });
        await report.FactAsync("a struct, boxed and not", async () =>
        {
            Report.Equal(8, await dispatcher.SendAsync<Twice, int>(new Twice(4)));
            Report.Equal(10, await buses.SendAsync(new Twice(5)));
        });
        await report.FactAsync("a message by its type", async () =>
            Report.Equal(3, await buses.QueryAsync(new Length("abc"))));
        await report.FactAsync("a nested, internal message", async () =>
            Report.Equal("Hello, Ada!", await dispatcher.QueryAsync(new Nested.Greet("Ada"))));
        await report.FactAsync("a message without a handler", async () =>
#pragma warning disable CQG3001 // That nobody handles it is what is checked here.
            await Report.ThrowsAsync<HandlerNotFoundException>(async () => await buses.SendAsync(new Unhandled())));
#pragma warning restore CQG3001
        await report.FactAsync("a batch that stops", async () =>
        {
            var batch = await buses.SendAllAsync(
                [new PlaceOrder("a", 1), new PlaceOrder("b", 0), new PlaceOrder("c", 1)]);
            Report.Equal(1, batch.FailedIndex);
            Report.Equal(BatchItemStatus.NotRun, batch.Items[2].Status);
        });
        await report.FactAsync("a parallel batch in the order of its input", async () =>
        {
            var batch = await buses.QueryAllAsync(
                [new Length("a"), new Length("bb"), new Length("ccc")], new BatchOptions { DegreeOfParallelism = 2 });
            Report.Equal("1 2 3", string.Join(' ', batch.Results));
        });
    }
}
