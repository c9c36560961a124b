using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Pooled;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>Five hook middleware around a handler that suspends once.</summary>
public class SuspendedHookBenchmarks
{
    private readonly HookedSuspendingHandler _handler = new();
    private readonly HookedSuspending _message = new();
    private readonly PooledSuspendingHandler _pooledHandler = new();
    private readonly PooledSuspending _pooled = new();
    private readonly Dispatcher _dispatcher = Application.Start().GetRequiredService<Dispatcher>();

    [Benchmark(Baseline = true, Description = "direct call")]
    public Answer Direct()
    {
        var task = _handler.HandleAsync(_message, default);
        Suspension.Once.Resume();
        return task.Result;
    }

    [Benchmark(Description = "five hooks")]
    public Answer Five()
    {
        var task = _dispatcher.SendAsync(_message);
        Suspension.Once.Resume();
        return task.Result;
    }

    [Benchmark(Description = "direct call, handler with the pooled builder")]
    public Answer DirectPooled()
    {
        var task = _pooledHandler.HandleAsync(_pooled, default);
        Suspension.Once.Resume();
        return task.Result;
    }

    [Benchmark(Description = "five hooks, handler and pipeline with the pooled builder")]
    public Answer FivePooled()
    {
        var task = _dispatcher.SendAsync(_pooled);
        Suspension.Once.Resume();
        return task.Result;
    }
}
