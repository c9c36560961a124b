using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Large;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>From an empty service collection to the first answer, with 1,000 messages.</summary>
public class StartUpBenchmarks
{
    [Benchmark(Baseline = true, Description = "the container alone")]
    public object Container()
    {
        var services = new ServiceCollection();
        services.AddSingleton(static _ => new StringWriter());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<StringWriter>();
    }

    [Benchmark(Description = "registration to the first answer")]
    public object First()
    {
        var services = new ServiceCollection();
        services.AddLarge();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ICommandBus>().SendAsync(LargeModule.One()).Result;
    }
}
