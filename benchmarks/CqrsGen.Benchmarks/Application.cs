using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>A container with every module of the benchmarks.</summary>
internal static class Application
{
    public static ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddScoped<Dependency>();
        services.AddCqrsGen();
        return services.BuildServiceProvider();
    }
}
