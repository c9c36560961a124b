using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class EventFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        var events = provider.GetRequiredService<IEventBus>();
        var journal = provider.GetRequiredService<Journal>();
        await report.FactAsync("an event with handlers in order, one of them for every event", async () =>
        {
            await events.PublishAsync(new OrderPlaced(new OrderId(7)));
            Report.Equal("placed 7 mailed 7 event OrderPlaced", journal.Take());
        });
        await report.FactAsync("a struct event", async () =>
        {
            await events.PublishAsync<Ticked>(new Ticked(3));
            Report.Equal("tick 3 event Ticked", journal.Take());
        });
        await report.FactAsync("an event that only the handler of every event hears", async () =>
        {
            await events.PublishAsync(new Unheard());
            Report.Equal("event Unheard", journal.Take());
        });
        await report.FactAsync("parallel delivery", async () =>
        {
            await events.PublishAsync(new OrderCancelled(new OrderId(7)));
            Report.Equal("event OrderCancelled", journal.Take());
        });
    }
}
