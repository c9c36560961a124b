using CqrsGen;
using Microsoft.Extensions.DependencyInjection;
using Mistakes;

// Build this project to see what the analyzers say: `dotnet build samples/Mistakes`.
await using var provider = new ServiceCollection()
    .AddSingleton<IViews, FileViews>()
    .AddCqrsGen()
    .BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
var dispatcher = scope.ServiceProvider.GetRequiredService<IDispatcher>();

// CQG3001: nobody handles this message.
Func<Task> archive = () => dispatcher.SendAsync(new ArchivePage(1)).AsTask();

Console.WriteLine(await dispatcher.SendAsync(new RenamePage { Number = 1, Title = "Start" }));
Console.WriteLine(await dispatcher.QueryAsync(new GetPage(1)));
_ = archive;
