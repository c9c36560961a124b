using AotApp.Middleware;
using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class MiddlewareFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        await using var scope = provider.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetRequiredService<ICommandBus>();
        var journal = provider.GetRequiredService<Journal>();
        await report.FactAsync("hooks around a handler, with state", async () =>
        {
            Report.Equal(50, await commands.SendAsync(new Traced.Compute(5)));
            Report.Equal("before handle after(50,5) finally", journal.Take());
        });
        await report.FactAsync("an early answer", async () =>
        {
            Report.Equal(4200, await commands.SendAsync(new Traced.Compute(42)));
            Report.Equal("before after(4200,42) finally", journal.Take());
        });
        await report.FactAsync("a recovery", async () =>
        {
            Report.Equal(-1, await commands.SendAsync(new Traced.Compute(1)));
            Report.Equal("before handle after(-1,1) finally", journal.Take());
        });
        await report.FactAsync("a middleware around the handler, and a failure", async () =>
        {
            await Report.ThrowsAsync<TimeoutException>(async () => await commands.SendAsync(new Traced.Compute(2)));
            Report.Equal("before handle retry handle failed(late,2) finally", journal.Take());
        });
    }
}
