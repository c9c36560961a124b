// dotnet publish tests/AotApp -f net9.0 -r linux-x64 -p:PublishAot=true, then run what it made.
// Without arguments it checks every fact and ends with "N passed, N failed"; with "first-send" it sends once and ends.
using AotApp;
using AotApp.Facts;
using AotApp.Shop;
using CqrsGen;
using Microsoft.Extensions.DependencyInjection;

if (args is ["first-send"])
{
    await using var provider = Applications.Services().BuildServiceProvider();
    return (await provider.GetRequiredService<Dispatcher>().SendAsync(new PlaceOrder("Ada", 1))).Value == 1 ? 0 : 1;
}

var report = new Report();
await DispatchFacts.CheckAsync(report);
await EventFacts.CheckAsync(report);
await ScopeFacts.CheckAsync(report);
await MiddlewareFacts.CheckAsync(report);
await ValidationFacts.CheckAsync(report);
await GatewayFacts.CheckAsync(report);
await OptionFacts.CheckAsync(report);
return report.Finish();
