namespace CqrsGen.IntegrationTests.Handlers;

/// <summary>Every way to write a handler is called.</summary>
public sealed partial class HandlerShapeTests
{
    [Fact]
    public async Task OneClassServesSeveralMessagesWithOneInstance()
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        int first = await bus.SendAsync(new Several.Add(1));
        int second = await bus.SendAsync(new Several.Add(2));
        (await bus.QueryAsync(new Several.Sum())).ShouldBe(3);
        first.ShouldBe(1);
        second.ShouldBe(3);
    }

    [Fact]
    public async Task AnExplicitImplementationIsCalled()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Explicitly(3))).ShouldBe(3);
        await provider.Bus().SendAsync(new ExplicitlyNothing());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["explicit"]);
    }

    [Fact]
    public async Task AHandlerThroughABaseClassNeedsOnlyTheAttribute()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Inherited(4))).ShouldBe("inherited 4");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task EveryReturnTypeOfAMethodIsAwaited(int way)
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        var journal = provider.GetRequiredService<Journal>();
        await (way switch
        {
            0 => bus.SendAsync(new ReturnsVoid()),
            1 => bus.SendAsync(new ReturnsTask()),
            2 => bus.SendAsync(new ReturnsValueTask()),
            3 => bus.SendAsync(new ReturnsVoidWithDependency()),
            4 => bus.SendAsync(new ReturnsTaskOfInstance()),
            _ => bus.SendAsync(new ReturnsVoidOfInstance()),
        });
        journal.Lines[0].ShouldBe("done");
    }

    [Fact]
    public async Task AResultMayBeAValueATaskOrAValueTask()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new GivesValue())).ShouldBe(1);
        (await provider.Bus().QueryAsync(new GivesTask())).ShouldBe(2);
        (await provider.Bus().QueryAsync(new GivesValueTask())).ShouldBe(3);
        (await provider.Bus().QueryAsync(new GivesValueWithDependency())).ShouldBe(1);
    }

    [Fact]
    public async Task AStreamComesFromAMethodOrAClass()
    {
        await using var provider = App.Build();
        (await provider.Bus().StreamAsync(new CountByMethod(3)).ToListAsync()).ShouldBe([0, 1, 2]);
        (await provider.Bus().StreamAsync(new CountByClass(3)).ToListAsync()).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task DependenciesMayBeKeyedOptionalOrMany()
    {
        await using var provider = App.Build(static services => services
            .AddKeyedSingleton<IPart, Part>("a")
            .AddKeyedSingleton<IPart, Part>(7)
            .AddSingleton<IPart>(new Part("one"))
            .AddSingleton<IPart>(new Part("two")));
        (await provider.Bus().QueryAsync(new AskDependencies())).ShouldBe("key a, key 7, none, one+two, 5, text");
        (await provider.Bus().QueryAsync(new AskMethodDependencies())).ShouldBe("key a, none, one+two");
    }

    [Fact]
    public async Task AttributesAloneMakeMessagesWithTheirHandlers()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new CompletedCommand(2))).ShouldBe(4);
        await provider.Bus().SendAsync(new CompletedVoidCommand());
        (await provider.Bus().QueryAsync(new CompletedQuery())).ShouldBeNull();
        (await provider.Bus().StreamAsync(new CompletedStream()).ToListAsync()).ShouldBe([1]);
        await provider.Bus().PublishAsync(new CompletedEvent());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["void", "event"]);
    }

    [Fact]
    public async Task AMethodOfTheMessageItselfMayHandleIt()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new SelfHandled("a") { Needed = 2 })).ShouldBe("a2");
        (await provider.Bus().SendAsync(new SelfHandledStruct(5))).ShouldBe(5);
        (await provider.Bus().SendAsync(new HandledByHidden())).ShouldBe(9);
    }

    [Fact]
    public async Task AnObsoleteHandlerOfAnObsoleteMessageIsStillCalled()
    {
        await using var provider = App.Build();
#pragma warning disable CS0618
        (await provider.Bus().SendAsync(new OldCommand())).ShouldBe(1);
#pragma warning restore CS0618
    }
}
