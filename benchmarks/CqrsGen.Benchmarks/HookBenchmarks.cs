using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>Five hook middleware with Before, After and Failed around a handler that completes at once.</summary>
public class HookBenchmarks
{
    private readonly HookedHandler _handler = new();
    private readonly Hooked _message = new();
    private readonly Dispatcher _dispatcher = Application.Start().GetRequiredService<Dispatcher>();

    [Benchmark(Baseline = true, Description = "direct call")]
    public Answer Direct() => _handler.HandleAsync(_message, default).Result;

    [Benchmark(Description = "five hooks, by hand")]
    public Answer Hand() => ByHand.Hooks(_message).Result;

    [Benchmark(Description = "five hooks")]
    public Answer Five() => _dispatcher.SendAsync(_message).Result;
}
