using System.ComponentModel.DataAnnotations;
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
        await report.FactAsync("lengths, ranges by text and comparisons", async () =>
        {
            Report.Equal(1, await commands.SendAsync(new Pack("Ada", [1], [new Part("tea")]) { NameAgain = "Ada" }));
            var exception = await Report.ThrowsAsync<ValidationFailedException>(async () => await commands.SendAsync(
                new Pack("A", [1, 2, 3, 4], [new Part(""), new Part("tea"), new Part("tea")])
                {
                    Weight = 10,
                    NameAgain = "B",
                }));
            Report.Equal(
                "Name Few Parts Parts[0].Sku Weight NameAgain",
                string.Join(' ', exception.Failures.Select(static failure => failure.Member)));
        });
        await report.FactAsync("attributes that reflection finds", () =>
        {
            Report.Equal(5, typeof(Pack).GetProperties().Count(static property =>
                property.Name != "EqualityContract" && property.CanWrite));
            Report.Equal(1, typeof(Pack).GetProperty(nameof(Pack.Weight))!
                .GetCustomAttributes(typeof(RangeAttribute), inherit: true).Length);
            return Task.CompletedTask;
        });
    }
}
