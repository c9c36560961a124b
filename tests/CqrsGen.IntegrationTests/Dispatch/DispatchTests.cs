using System.Text;
using System.Text.Json;

namespace CqrsGen.IntegrationTests.Dispatch;

/// <summary>Every way to send a message ends at its handler.</summary>
public sealed class DispatchTests
{
    [Fact]
    public async Task EveryInterfaceOfTheDispatcherLeadsToTheSameHandler()
    {
        await using var provider = App.Build();
        (await provider.GetRequiredService<CqrsGen.Dispatcher>().SendAsync(new Partial(1))).ShouldBe(2);
        (await provider.GetRequiredService<ICommandBus>().SendAsync(new Partial(2))).ShouldBe(3);
        (await provider.GetRequiredService<IDispatcher>().SendAsync(new Partial(3))).ShouldBe(4);
        (await provider.GetRequiredService<IQueryBus>().QueryAsync(new PartialQuery(4))).ShouldBe("4");
        ICommand<int> erased = new Partial(5);
        (await provider.Bus().SendAsync(erased)).ShouldBe(6);
    }

    [Fact]
    public async Task MessagesThatAreNotPartialGoByTheirType()
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        (await bus.SendAsync(new Plain(1))).ShouldBe(2);
        (await bus.SendAsync(new PlainStruct(2))).ShouldBe(3);
        (await bus.SendAsync<PlainStruct, int>(new PlainStruct(3))).ShouldBe(4);
        await bus.SendAsync(new PlainVoid());
        await bus.SendAsync(new PlainVoidStruct());
        (await bus.SendAsync((ICommand<Unit>)new PlainVoid())).ShouldBe(Unit.Value);
        (await bus.QueryAsync(new PlainQuery(5))).ShouldBe("5");
        (await bus.QueryAsync(new PlainTupleQuery())).ShouldBe((1, null));
        (await bus.StreamAsync(new PlainStream(2)).ToListAsync()).ShouldBe([0, 1]);
        await bus.PublishAsync(new PlainEvent());
        await bus.PublishAsync<PlainStructEvent>(default);
        provider.GetRequiredService<Journal>().Lines.ShouldBe(
            ["void", "void struct", "void", "event", "struct event"]);
    }

    [Fact]
    public async Task ATypeDerivedFromAPlainMessageIsHandledAsItsBase()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new DerivedPlain(7))).ShouldBe(8);
    }

    [Fact]
    public async Task AnEventOfAnUnknownTypeReachesTheHandlersOfItsInterfaces()
    {
        await using var provider = App.Build();
        await provider.Bus().PublishAsync(new UnknownAudited("x"));
        await provider.Bus().PublishAsync(new SilentEvent());
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["audited UnknownAudited"]);
    }

    [Fact]
    public async Task AMessageWithoutHandlerSaysWhatToAdd()
    {
        await using var provider = App.Build();
        (await Should.ThrowAsync<HandlerNotFoundException>(async () => await provider.Bus().SendAsync(new Unhandled())))
            .Message.ShouldContain("Unhandled");
        (await Should.ThrowAsync<HandlerNotFoundException>(async () =>
                await provider.Bus().SendAsync(new UnhandledPlain())))
            .Message.ShouldContain("ICommandHandler<UnhandledPlain, int>");
        await Should.ThrowAsync<HandlerNotFoundException>(async () =>
            await provider.Bus().StreamAsync(new UnhandledStream()).ToListAsync());
        await provider.Bus().PublishAsync(new SilentPartialEvent());
    }

    [Fact]
    public async Task NullIsRefused()
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        await Should.ThrowAsync<ArgumentNullException>(async () => await bus.SendAsync((Partial)null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await bus.SendAsync((ICommand)null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await bus.QueryAsync((PartialQuery)null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await bus.PublishAsync((IEvent)null!));
        Should.Throw<ArgumentNullException>(() => bus.StreamAsync((PlainStream)null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task ACancelledTokenKeepsTheHandlerFromRunning(int way)
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        var token = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(async () => await (way switch
        {
            0 => bus.SendAsync(new Journaled(), token),
            1 => bus.SendAsync(new PlainVoid(), token),
            2 => bus.SendAsync(new PlainVoidStruct(), token),
            3 => bus.PublishAsync(new PlainEvent(), token),
            4 => bus.PublishAsync(new JournaledEvent(), token),
            _ => new ValueTask(bus.QueryAsync(new PlainQuery(1), token).AsTask()),
        }));
        provider.GetRequiredService<Journal>().Lines.ShouldBe([]);
    }

    [Fact]
    public async Task ACancellationOnTheWayReachesTheHandler()
    {
        await using var provider = App.Build();
        using var source = new CancellationTokenSource();
        var task = provider.Bus().SendAsync(new WaitForever(), source.Token).AsTask();
        task.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(task);
        task.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task ExceptionsComeAsTheyWereThrown()
    {
        await using var provider = App.Build();
        var before = await Should.ThrowAsync<InvalidOperationException>(async () =>
            await provider.Bus().SendAsync(new ThrowsAt(false)));
        before.Message.ShouldBe("before");
        before.StackTrace.ShouldNotBeNull().ShouldContain(nameof(ThrowsAtHandler));
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
                await provider.Bus().SendAsync(new ThrowsAt(true))))
            .Message.ShouldBe("after");
    }

    [Fact]
    public async Task ADisposedProviderAndADisposedScopeRefuse()
    {
        var provider = App.Build();
        var bus = provider.Bus();
        var scope = provider.CreateAsyncScope();
        var scoped = scope.ServiceProvider.Bus();
        await scoped.SendAsync(new Partial(1));
        await scope.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await scoped.SendAsync(new Partial(1)));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await scoped.SendAsync(new Plain(1)));
        await Should.ThrowAsync<ObjectDisposedException>(async () =>
            await scoped.PublishAsync(new UnknownAudited("x")));
        await bus.SendAsync(new Partial(1));
        await provider.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await bus.SendAsync(new Partial(1)));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await bus.SendAsync(new Plain(1)));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await bus.QueryAsync(new Handlers.WhoIsScoped()));
    }

    [Fact]
    public async Task TwoContainersNeverMeet()
    {
        await using var first = App.Build();
        await using var second = App.Build();
        await first.Bus().SendAsync(new Journaled());
        await first.Bus().SendAsync(new PlainVoid());
        await second.Bus().SendAsync(new Journaled());
        first.GetRequiredService<Journal>().Lines.ShouldBe(["journaled", "void"]);
        second.GetRequiredService<Journal>().Lines.ShouldBe(["journaled"]);
    }

    [Fact]
    public async Task MessagesGoByNameAndJson()
    {
        await using var provider = App.Build(static services => services.AddCqrsGen(
            static options => options.Json.TypeInfoResolverChain.Add(DispatchJsonContext.Default)));
        (await Dispatch(provider, "Partial", """{"value":4}""")).ShouldBe("5");
        (await Dispatch(provider, "plain.name", """{"value":4}""")).ShouldBe("5");
        (await Dispatch(provider, "PartialQuery", """{"value":4}""")).ShouldBe("\"4\"");
        (await Dispatch(provider, "AbsentQuery", "{}")).ShouldBe("null");
        (await Dispatch(provider, "PlainStream", """{"count":3}""")).ShouldBe("[0,1,2]");
        (await Dispatch(provider, "Journaled", "{}")).ShouldBe("");
        (await Dispatch(provider, "JournaledEvent", "{}")).ShouldBe("");
        provider.GetRequiredService<Journal>().Lines.ShouldBe(["journaled", "journaled event"]);
        await Should.ThrowAsync<HandlerNotFoundException>(() => Dispatch(provider, "Nobody", "{}"));
        await Should.ThrowAsync<JsonException>(() => Dispatch(provider, "Partial", "null"));
        await Should.ThrowAsync<CqrsConfigurationException>(() => Dispatch(provider, "WaitForever", "{}"));
    }

    private static async Task<string> Dispatch(IServiceProvider provider, string name, string json) =>
        Encoding.UTF8.GetString((await provider.GetRequiredService<IMessageGateway>()
            .DispatchAsync(name, Encoding.UTF8.GetBytes(json))).Span);
}
