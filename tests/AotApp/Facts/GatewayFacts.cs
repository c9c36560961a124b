using System.Text;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

namespace AotApp.Facts;

internal static class GatewayFacts
{
    public static async Task CheckAsync(Report report)
    {
        await using var provider = Applications.Start();
        var gateway = provider.GetRequiredService<IMessageGateway>();
        await report.FactAsync("messages by name and JSON", async () =>
        {
            Report.Equal(
                """{"value":1}""", await CallAsync(gateway, "PlaceOrder", """{"customer":"Ada","count":3}"""));
            Report.Equal(
                """{"id":{"value":1},"customer":"Ada","count":3}""",
                await CallAsync(gateway, "GetOrder", """{"id":{"value":1}}"""));
            Report.Equal(
                """[{"id":{"value":1},"customer":"Ada","count":3}]""", await CallAsync(gateway, "ListOrders", "{}"));
            Report.Equal("", await CallAsync(gateway, "OrderPlaced", """{"id":{"value":1}}"""));
            Report.Equal("", await CallAsync(gateway, "CancelOrder", """{"id":{"value":1}}"""));
        });
        await report.FactAsync("an unknown name", async () =>
            await Report.ThrowsAsync<HandlerNotFoundException>(async () => await CallAsync(gateway, "Nothing", "{}")));
    }

    private static async Task<string> CallAsync(IMessageGateway gateway, string name, string json) =>
        Encoding.UTF8.GetString((await gateway.DispatchAsync(name, Encoding.UTF8.GetBytes(json))).Span);
}
