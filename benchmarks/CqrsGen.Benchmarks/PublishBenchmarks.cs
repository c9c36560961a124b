using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>An event with so many handlers, beside straight calls of the same handlers.</summary>
public class PublishBenchmarks
{
    private readonly ToNone _toNone = new();
    private readonly ToOne _toOne = new();
    private readonly ToFive _toFive = new();
    private readonly ToTwenty _toTwenty = new();
    private readonly Dispatcher _dispatcher = Application.Start().GetRequiredService<Dispatcher>();

    [Benchmark(Description = "0: an empty call")]
    public void NoneDirect() => DirectEvents.None().GetAwaiter().GetResult();

    [Benchmark(Description = "0: published")]
    public void None() => _dispatcher.PublishAsync(_toNone).GetAwaiter().GetResult();

    [Benchmark(Description = "1: direct call")]
    public void OneDirect() => DirectEvents.One(_toOne).GetAwaiter().GetResult();

    [Benchmark(Description = "1: published")]
    public void One() => _dispatcher.PublishAsync(_toOne).GetAwaiter().GetResult();

    [Benchmark(Description = "5: direct calls")]
    public void FiveDirect() => DirectEvents.Five(_toFive).GetAwaiter().GetResult();

    [Benchmark(Description = "5: published")]
    public void Five() => _dispatcher.PublishAsync(_toFive).GetAwaiter().GetResult();

    [Benchmark(Description = "20: direct calls")]
    public void TwentyDirect() => DirectEvents.Twenty(_toTwenty).GetAwaiter().GetResult();

    [Benchmark(Description = "20: published")]
    public void Twenty() => _dispatcher.PublishAsync(_toTwenty).GetAwaiter().GetResult();
}
