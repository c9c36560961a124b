namespace CqrsGen.IntegrationTests.Allocations;

/// <summary>Dispatch allocates nothing of its own.</summary>
public sealed class AllocationTests
{
    private const int Runs = 2_000;

    [Theory]
    [InlineData("known type")]
    [InlineData("command bus")]
    [InlineData("struct")]
    [InlineData("scoped handler")]
    [InlineData("by type")]
    [InlineData("five hooks")]
    [InlineData("around")]
    [InlineData("event without handler")]
    [InlineData("event with one handler")]
    [InlineData("event with five handlers")]
    public async Task NothingIsAllocated(string way)
    {
        await using var provider = App.Build();
        await using var scope = provider.CreateAsyncScope();
        var dispatcher = scope.ServiceProvider.GetRequiredService<Dispatcher>();
        var bus = scope.ServiceProvider.GetRequiredService<ICommandBus>();
        var number = new Count(1);
        var scoped = new CountScoped(1);
        var plain = new CountPlain(1);
        var hooked = new CountHooked(1);
        var wrapped = new CountAround(1);
        Action send = way switch
        {
            "known type" => () => Sum(dispatcher.SendAsync(number)),
            "command bus" => () => Sum(bus.SendAsync(number)),
            "struct" => () => Sum(dispatcher.SendAsync<CountStruct, int>(new CountStruct(1))),
            "scoped handler" => () => Sum(dispatcher.SendAsync(scoped)),
            "by type" => () => Sum(dispatcher.SendAsync(plain)),
            "five hooks" => () => Sum(dispatcher.SendAsync(hooked)),
            "around" => () => Sum(dispatcher.SendAsync(wrapped)),
            "event without handler" => () => Wait(dispatcher.PublishAsync(HeardByNone.Instance)),
            "event with one handler" => () => Wait(dispatcher.PublishAsync(HeardByOne.Instance)),
            _ => () => Wait(dispatcher.PublishAsync(HeardByFive.Instance)),
        };
        Measure(send);
        Measure(send).ShouldBe(0);
    }

    private static void Sum(ValueTask<int> task)
    {
        if (task.Result != 2)
        {
            throw new InvalidOperationException("The handler did not run.");
        }
    }

    private static void Wait(ValueTask task) => task.GetAwaiter().GetResult();

    private static long Measure(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < Runs; run++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
