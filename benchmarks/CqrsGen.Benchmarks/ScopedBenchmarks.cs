using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>A handler with a scoped dependency, in an open scope.</summary>
public class ScopedBenchmarks
{
    private readonly ServiceProvider _provider = Application.Start();
    private readonly ScopedHandler _handler = new(new Dependency());
    private readonly Shapes.Scoped _message = new();
    private readonly Dispatcher _dispatcher;
    private readonly ICommandBus _bus;

    public ScopedBenchmarks()
    {
        var scope = _provider.CreateScope();
        _dispatcher = scope.ServiceProvider.GetRequiredService<Dispatcher>();
        _bus = scope.ServiceProvider.GetRequiredService<ICommandBus>();
    }

    [Benchmark(Baseline = true, Description = "direct call")]
    public Answer Direct() => _handler.HandleAsync(_message, default).Result;

    [Benchmark(Description = "sealed dispatcher")]
    public Answer Known() => _dispatcher.SendAsync(_message).Result;

    [Benchmark(Description = "ICommandBus")]
    public Answer Bus() => _bus.SendAsync(_message).Result;

    [Benchmark(Description = "a new scope, and nothing else")]
    public object Scope()
    {
        using var scope = _provider.CreateScope();
        return scope.ServiceProvider;
    }

    [Benchmark(Description = "a new scope and its first send")]
    public Answer ScopeAndFirst()
    {
        using var scope = _provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Dispatcher>().SendAsync(_message).Result;
    }
}
