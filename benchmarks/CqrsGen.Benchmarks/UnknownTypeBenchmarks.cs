using BenchmarkDotNet.Attributes;
using CqrsGen.Benchmarks.Large;
using CqrsGen.Benchmarks.LargePlain;
using CqrsGen.Benchmarks.Shapes;
using CqrsGen.Benchmarks.Small;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Benchmarks;

/// <summary>
/// A send whose message type is known at run time only: the same type again and again, or random ones.
/// </summary>
public class UnknownTypeBenchmarks
{
    private const int Length = 1 << 14;
    private const int Calls = 1_024;

    private readonly PlainHandler _handler = new();
    private readonly Plain _plain = new();
    private readonly ICommandBus _bus = Application.Start().GetRequiredService<ICommandBus>();
    private ICommand<Small.Answer>[] _small = [];
    private ICommand<Large.Answer>[] _large = [];
    private ICommand<LargePlain.Answer>[] _largePlain = [];
    private int _at;

    [Params("same", "random")]
    public string Order { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _small = Sequence(SmallModule.All());
        _large = Sequence(LargeModule.All());
        _largePlain = Sequence(LargePlainModule.All());
    }

    [Benchmark(Baseline = true, Description = "direct call", OperationsPerInvoke = Calls)]
    public object Direct()
    {
        object last = this;
        for (int call = 0; call < Calls; call++)
        {
            last = _handler.HandleAsync(_plain, default).Result;
        }

        return last;
    }

    [Benchmark(Description = "10 messages", OperationsPerInvoke = Calls)]
    public object Ten() => SendMany(_small);

    [Benchmark(Description = "1,000 messages", OperationsPerInvoke = Calls)]
    public object Thousand() => SendMany(_large);

    [Benchmark(Description = "1,000 messages that are not partial", OperationsPerInvoke = Calls)]
    public object ThousandPlain() => SendMany(_largePlain);

    private object SendMany<T>(ICommand<T>[] messages)
        where T : class
    {
        object last = this;
        int at = _at;
        for (int call = 0; call < Calls; call++)
        {
            last = _bus.SendAsync(messages[at + call & Length - 1]).Result;
        }

        _at = at + Calls;
        return last;
    }

    private ICommand<T>[] Sequence<T>(ICommand<T>[] messages)
    {
        var random = new Random(7);
        int same = messages.Length / 2;
        return
        [
            .. Enumerable.Range(0, Length)
                .Select(_ => messages[Order == "same" ? same : random.Next(messages.Length)]),
        ];
    }
}
