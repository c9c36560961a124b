using CqrsGen;
using CqrsGen.Benchmarks.Native;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

if (args is ["empty"])
{
    return;
}

if (args is ["first"])
{
    StartUp.First();
    return;
}

if (args is ["startup"])
{
    StartUp.Print();
    return;
}

Console.WriteLine(
    $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores");
var services = new ServiceCollection();
services.AddScoped<Dependency>();
services.AddCqrsGen();
await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
var shapes = Rows.All(provider, scope.ServiceProvider);
Meter.Print(args.Length == 0
    ? shapes
    : shapes.Where(shape => shape.Group.Contains(args[0], StringComparison.OrdinalIgnoreCase)));
