using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class OptionFacts
{
    public static async Task CheckAsync(Report report)
    {
        await report.FactAsync("a timeout from the configuration", async () =>
        {
            await using var provider = Applications.Start(("CqrsGen:Timeouts:Query", "00:00:00.050"));
            var queries = provider.GetRequiredService<IQueryBus>();
            await Report.ThrowsAsync<MessageTimeoutException>(async () => await queries.QueryAsync(new Slow(20_000)));
        });
        await report.FactAsync("a wrong setting is named", async () =>
        {
            await using var provider = Applications.Start(("CqrsGen:Timeouts:Qery", "00:00:01"));
            var exception = await Report.ThrowsAsync<CqrsConfigurationException>(
                () => Task.FromResult(provider.GetRequiredService<IQueryBus>()));
            Report.Equal(true, exception.Message.Contains("Qery", StringComparison.Ordinal));
        });
    }
}
