using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class ValidationFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        var commands = provider.GetRequiredService<ICommandBus>();
        await report.FactAsync("a valid command", async () =>
            Report.Equal(2, await commands.SendAsync(new Register("Ada", 2))));
        await report.FactAsync("all failures at once", async () =>
        {
            var exception = await Report.ThrowsAsync<ValidationFailedException>(
                async () => await commands.SendAsync(new Register("far too long", 10)));
            Report.Equal("Name Count", string.Join(' ', exception.Failures.Select(static failure => failure.Member)));
        });
    }
}
