using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class ScopeFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        await report.FactAsync("a scope has one unit of work, and disposes it", async () =>
        {
            UnitOfWork unit;
            await using (var scope = provider.CreateAsyncScope())
            {
                var queries = scope.ServiceProvider.GetRequiredService<IQueryBus>();
                unit = await queries.QueryAsync(new GetUnitOfWork());
                Report.Equal(unit, await queries.QueryAsync(new GetUnitOfWork()));
                Report.Equal(unit, scope.ServiceProvider.GetRequiredService<UnitOfWork>());
                Report.Equal(false, unit.IsDisposed);
            }

            Report.Equal(true, unit.IsDisposed);
        });
        await report.FactAsync("a message sent from the root has a scope of its own", async () =>
        {
            var queries = provider.GetRequiredService<IQueryBus>();
            var first = await queries.QueryAsync(new GetUnitOfWork());
            Report.Equal(true, first.IsDisposed);
            Report.Equal(false, ReferenceEquals(first, await queries.QueryAsync(new GetUnitOfWork())));
        });
        await report.FactAsync("two containers never meet", async () =>
        {
            await using var other = Applications.Start();
            await other.GetRequiredService<ICommandBus>().SendAsync(new PlaceOrder("Ada", 1));
            Report.Equal(0, provider.GetRequiredService<OrderBook>().All.Count);
        });
        await report.FactAsync("a disposed container says so", async () =>
        {
            var ended = Applications.Start();
            var commands = ended.GetRequiredService<ICommandBus>();
            await ended.DisposeAsync();
            await Report.ThrowsAsync<ObjectDisposedException>(
                async () => await commands.SendAsync(new PlaceOrder("Ada", 1)));
        });
    }
}
