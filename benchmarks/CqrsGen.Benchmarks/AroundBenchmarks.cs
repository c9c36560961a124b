using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>Around middleware, each an <c>async</c> method, around a handler that completes at once.</summary>
public class AroundBenchmarks
{
    private readonly InOneHandler _handler = new();
    private readonly InOne _inOne = new();
    private readonly InFive _inFive = new();
    private readonly Dispatcher _dispatcher = Application.Start().GetRequiredService<Dispatcher>();

    [Benchmark(Baseline = true, Description = "direct call")]
    public Answer Direct() => _handler.HandleAsync(_inOne, default).Result;

    [Benchmark(Description = "one, by hand")]
    public Answer Hand() => ByHand.Around(_inOne).Result;

    [Benchmark(Description = "one")]
    public Answer One() => _dispatcher.SendAsync(_inOne).Result;

    [Benchmark(Description = "five")]
    public Answer Five() => _dispatcher.SendAsync(_inFive).Result;
}
