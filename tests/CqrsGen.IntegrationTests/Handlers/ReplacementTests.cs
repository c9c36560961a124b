using CqrsGen.IntegrationTests.Dispatch;

namespace CqrsGen.IntegrationTests.Handlers;

/// <summary>A replacement holds on every way to the handler, whatever else its class handles.</summary>
public sealed class ReplacementTests
{
    [Fact]
    public async Task AReplacementHoldsWhenItsClassHandlesAnotherMessageToo()
    {
        await using var provider = App.Build(static services =>
            services.ReplaceHandler<ICommandHandler<FirstOfTwo, string>>(new Fake<FirstOfTwo>()));
        var bus = provider.Bus();

        for (int turn = 0; turn < 3; turn++)
        {
            (await bus.SendAsync(new FirstOfTwo())).ShouldBe("replaced");
            (await bus.SendAsync(new SecondOfTwo())).ShouldBe("second");
        }
    }

    [Fact]
    public async Task AReplacementHoldsWhenItsScopedClassHandlesAnotherMessageToo()
    {
        await using var provider = App.Build(static services =>
            services.ReplaceHandler<ICommandHandler<FirstOfScoped, string>>(new Fake<FirstOfScoped>()));
        await using var scope = provider.CreateAsyncScope();
        var bus = scope.ServiceProvider.Bus();

        for (int turn = 0; turn < 3; turn++)
        {
            (await bus.SendAsync(new SecondOfScoped())).ShouldBe("second");
            (await bus.SendAsync(new FirstOfScoped())).ShouldBe("replaced");
        }
    }

    [Fact]
    public async Task OneClassIsReplacedForEachOfItsEventsApart()
    {
        await using var provider = App.Build(static services => services
            .ReplaceEventHandler<Lock, HeardFirst>(new FakeListener<HeardFirst>(services, "fake first"))
            .ReplaceEventHandler<Lock, HeardSecond>(new FakeListener<HeardSecond>(services, "fake second")));
        var bus = provider.Bus();

        for (int turn = 0; turn < 3; turn++)
        {
            await bus.PublishAsync(new HeardFirst());
            await bus.PublishAsync(new HeardSecond());
        }

        var lines = provider.GetRequiredService<Journal>().Lines;
        lines.Count(static line => line.StartsWith("lock", StringComparison.Ordinal)).ShouldBe(0);
        lines.Count(static line => line == "message").ShouldBe(3);
        FakeListener<HeardFirst>.HeardIn(provider).ShouldBe(3);
        FakeListener<HeardSecond>.HeardIn(provider).ShouldBe(3);
    }

    [Fact]
    public async Task HandlersOfAnyNameAreCalledInOrderTimeAfterTime()
    {
        await using var provider = App.Build();

        for (int turn = 0; turn < 3; turn++)
        {
            await provider.Bus().PublishAsync(new HeardFirst());
        }

        provider.GetRequiredService<Journal>().Lines.ShouldBe(Enumerable
            .Repeat<string[]>(["direct", "handlers", "lock first", "message"], 3)
            .SelectMany(static lines => lines));
    }

    [Fact]
    public async Task AStaticMethodIsReplacedByItsClass()
    {
        await using var provider = App.Build(static services => services
            .ReplaceEventHandler<MethodListener, HeardByMethod>(new Scribe<HeardByMethod>())
            .ReplaceEventHandler<MethodListener, HeardAtOnce>(new Scribe<HeardAtOnce>()));
        List<string> lines = [];

        for (int turn = 0; turn < 3; turn++)
        {
            await provider.Bus().PublishAsync(new HeardByMethod(lines));
            await provider.Bus().PublishAsync(new HeardAtOnce(lines));
        }

        lines.ShouldBe(Enumerable.Repeat("fake", 6));
    }

    [Fact]
    public async Task OneOfSeveralStaticMethodsIsReplaced()
    {
        await using var provider = App.Build(static services =>
            services.ReplaceEventHandler<OtherMethodListener, HeardByMethodsOfTwo>(new Scribe<HeardByMethodsOfTwo>()));
        await using var original = App.Build();
        List<string> lines = [];

        for (int turn = 0; turn < 2; turn++)
        {
            await provider.Bus().PublishAsync(new HeardByMethodsOfTwo(lines));
            await original.Bus().PublishAsync(new HeardByMethodsOfTwo(lines));
        }

        lines.ShouldBe(["first", "fake", "first", "second", "first", "fake", "first", "second"]);
    }

    [Fact]
    public async Task AHandlerOfAnInterfaceIsReplacedByThatInterface()
    {
        await using var provider = App.Build(static services =>
            services.ReplaceEventHandler<InterfaceListener, IHeardByInterface>(new Scribe<IHeardByInterface>()));
        List<string> lines = [];

        await provider.Bus().PublishAsync(new HeardByInterface(lines));

        lines.ShouldBe(["fake"]);
    }

    [Fact]
    public async Task AReplacementThatMatchesNothingFailsTheStartUpCheckAndTheFirstUse()
    {
        await using var provider = App.Build(static services => services
            .ReplaceHandler<ICommandHandler<UnhandledPlain, int>>(static _ => null!)
            .ReplaceHandler<ICommandHandler<FirstOfTwo, string>>(new Fake<FirstOfTwo>())
            .ReplaceEventHandler<InterfaceListener, HeardByInterface>(new Scribe<HeardByInterface>()));

        var all = Should.Throw<CqrsConfigurationException>(provider.CheckCqrsGen).Problems;

        var problems = all
            .Where(static problem => problem.Contains("replaces nothing", StringComparison.Ordinal))
            .ToList();
        problems.Count.ShouldBe(2);
        problems[0].ShouldStartWith("ReplaceHandler<ICommandHandler<UnhandledPlain, Int32>> replaces nothing");
        problems[1].ShouldEndWith("Did you mean ReplaceEventHandler<InterfaceListener, IHeardByInterface>?");
        Should.Throw<CqrsConfigurationException>(provider.Bus).Problems.ShouldBe(all);
    }

    [NotDiscovered]
    private sealed class Scribe<T> : IEventHandler<T>
        where T : IEvent
    {
        public ValueTask HandleAsync(T @event, CancellationToken cancellationToken)
        {
            (@event switch
            {
                IHeardByMethods byMethods => byMethods.Lines,
                IHeardByInterface byInterface => byInterface.Lines,
                _ => throw new InvalidOperationException(),
            }).Add("fake");
            return default;
        }
    }

    [NotDiscovered]
    private sealed class Fake<T> : ICommandHandler<T, string>
        where T : ICommand<string>
    {
        public ValueTask<string> HandleAsync(T command, CancellationToken cancellationToken) => new("replaced");
    }

    [NotDiscovered]
    private sealed class FakeListener<T> : IEventHandler<T>
        where T : IEvent
    {
        private readonly string _name;
        private int _heard;

        public FakeListener(IServiceCollection services, string name)
        {
            _name = name;
            services.AddSingleton(this);
        }

        public static int HeardIn(IServiceProvider provider) => provider.GetRequiredService<FakeListener<T>>()._heard;

        public override string ToString() => _name;

        public ValueTask HandleAsync(T @event, CancellationToken cancellationToken)
        {
            _heard++;
            return default;
        }
    }
}
