using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Shapes;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>A send whose message type the call site knows, beside the call of the handler by hand.</summary>
public class SendBenchmarks
{
    private readonly PlainHandler _handler = new();
    private readonly Plain _plain = new();
    private readonly Elsewhere _elsewhere = new();
    private readonly Dispatcher _dispatcher;
    private readonly ICommandBus _bus;

    public SendBenchmarks()
    {
        var provider = Application.Start();
        _dispatcher = provider.GetRequiredService<Dispatcher>();
        _bus = provider.GetRequiredService<ICommandBus>();
    }

    [Benchmark(Baseline = true, Description = "direct call")]
    public Answer Direct() => _handler.HandleAsync(_plain, default).Result;

    [Benchmark(Description = "sealed dispatcher")]
    public Answer Known() => _dispatcher.SendAsync(_plain).Result;

    [Benchmark(Description = "message of a contracts-only assembly")]
    public Answer Contracts() => _dispatcher.SendAsync(_elsewhere).Result;

    [Benchmark(Description = "struct, two type arguments")]
    public Answer Struct() => _dispatcher.SendAsync<Step, Answer>(new Step(1)).Result;

    [Benchmark(Description = "ICommandBus")]
    public Answer Bus() => _bus.SendAsync(_plain).Result;
}
