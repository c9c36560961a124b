using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Default;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CqrsGen.Benchmarks;

/// <summary>
/// Every built-in middleware on, as it is by default, with nobody listening to telemetry and logs at Information.
/// </summary>
public class BuiltInBenchmarks
{
    private readonly PlaceHandler _handler = new();
    private readonly Place _place = new("Ada");
    private readonly PlaceChecked _checked = new("Ada", 3);
    private readonly Dispatcher _dispatcher;

    public BuiltInBenchmarks()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddDefault();
        _dispatcher = services.BuildServiceProvider().GetRequiredService<Dispatcher>();
    }

    [Benchmark(Baseline = true, Description = "direct call")]
    public Placed Direct() => _handler.HandleAsync(_place, default).Result;

    [Benchmark(Description = "all built-in middleware")]
    public Placed Known() => _dispatcher.SendAsync(_place).Result;

    [Benchmark(Description = "the same, two members checked")]
    public Placed Checked() => _dispatcher.SendAsync(_checked).Result;
}
