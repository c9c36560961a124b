using CqrsGen.Infrastructure;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CqrsGen.Tests.Dispatch;

public sealed class DispatcherTests
{
    [Fact]
    public async Task BusesOfAScopeWorkInThatScope()
    {
        using var provider = ShopContainer.Create();
        using var scope = provider.CreateScope();

        await scope.ServiceProvider.GetRequiredService<ICommandBus>().SendAsync(new Add(2));
        await scope.ServiceProvider.GetRequiredService<IDispatcher>().SendAsync(new Add(3));

        scope.ServiceProvider.GetRequiredService<Ledger>().Total.ShouldBe(5);
        scope.ServiceProvider.GetRequiredService<Dispatcher>()
            .ShouldBeSameAs(scope.ServiceProvider.GetRequiredService<IQueryBus>());
    }

    [Fact]
    public async Task BusesOfTheRootGiveEachMessageAScopeOfItsOwn()
    {
        using var provider = ShopContainer.Create();
        var bus = provider.GetRequiredService<ICommandBus>();

        (await bus.SendAsync(new Add(2))).ShouldBe(2);
        (await bus.SendAsync(new Add(2))).ShouldBe(2);

        provider.GetRequiredService<Log>().Lines.ShouldBe(["handler", "ledger", "handler", "ledger"]);
    }

    [Fact]
    public async Task SingletonsGetTheDispatcherOfTheRootEvenWhenAScopeAsksFirst()
    {
        using var provider = ShopContainer.Create(static services => services.AddSingleton<Worker>());
        Worker worker;
        using (var scope = provider.CreateScope())
        {
            worker = scope.ServiceProvider.GetRequiredService<Worker>();
        }

        ((Dispatcher)worker.Bus).IsRoot.ShouldBeTrue();
        (await worker.Bus.SendAsync(new Add(4))).ShouldBe(4);
    }

    [Fact]
    public async Task HostedServicesCanSend()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        CqrsGenServices.Add(builder.Services, ShopRoutes.Plan, null);
        builder.Services.AddSingleton<Log>().AddScoped<Ledger>().AddKeyedScoped<Ledger>("archive");
        builder.Services.AddSingleton<Worker>().AddHostedService(static p => p.GetRequiredService<Worker>());
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        host.Services.GetRequiredService<Worker>().Answer.ShouldBe(9);
    }

    [Fact]
    public async Task AHostWithMissingServicesDoesNotStartAnything()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<Worker>().AddHostedService(static p => p.GetRequiredService<Worker>());
        CqrsGenServices.Add(builder.Services, ShopRoutes.Plan, null);
        using var host = builder.Build();

        var exception = await Should.ThrowAsync<CqrsConfigurationException>(() => host.StartAsync());

        exception.Problems.Count.ShouldBe(2);
        exception.Problems[0].ShouldBe(
            "CqrsGen.Tests.Dispatch.Ledger is not registered. Register it in the service collection. " +
            "Needed by: AddHandler.");
        exception.Problems[1].ShouldContain("ArchiveHandler");
        exception.Problems[1].ShouldContain("'archive'");
        host.Services.GetRequiredService<Worker>().Answer.ShouldBe(0);
    }

    [Fact]
    public void WrongOptionsAndMissingServicesAreReportedTogether()
    {
        var services = new ServiceCollection();
        CqrsGenServices.Add(
            services, ShopRoutes.Plan, static options => options.Timeouts.Query = TimeSpan.FromSeconds(-3));
        using var provider = services.BuildServiceProvider();

        Should.Throw<CqrsConfigurationException>(() => provider.GetRequiredService<IDispatcher>())
            .Problems.Count.ShouldBe(3);
    }

    [Fact]
    public void AMessageOfAModuleThatIsNotComposedIsRefused()
    {
        using var provider = Container.Create();

        Should.Throw<ModuleNotComposedException>(
            () => provider.GetRequiredService<IDispatcher>().SendAsync(new Add(1)))
            .Message.ShouldContain("ShopRoutes");
    }

    [Fact]
    public async Task TypesWithoutARouteOfTheirOwnAreFoundByType()
    {
        using var provider = ShopContainer.Create();
        var dispatcher = provider.GetRequiredService<IDispatcher>();
        var (nothing, heard, unknown) = (new ForeignVoid(), new ForeignEvent(), new UnknownEvent());

        (await dispatcher.SendAsync(new ForeignAdd(3))).ShouldBe(3);
        (await dispatcher.SendAsync(new DerivedAdd(4))).ShouldBe(4);
        (await dispatcher.QueryAsync(new ForeignQuery())).ShouldBe("answer");
        await dispatcher.SendAsync(nothing);
        (await dispatcher.SendAsync<Unit>(nothing)).ShouldBe(Unit.Value);
        await dispatcher.PublishAsync(heard);
        await dispatcher.PublishAsync(unknown);
        var items = new List<int>();
        await foreach (int item in dispatcher.StreamAsync(new ForeignStream()))
        {
            items.Add(item);
        }

        nothing.Ran.ShouldBeTrue();
        heard.Heard.ShouldBe(1);
        unknown.Heard.ShouldBe(1);
        items.ShouldBe([1, 2]);
    }

    [Fact]
    public void MessagesThatNobodyHandlesSayWhatToAdd()
    {
        using var provider = ShopContainer.Create();
        var dispatcher = provider.GetRequiredService<IDispatcher>();

        Should.Throw<HandlerNotFoundException>(() => dispatcher.SendAsync((ICommand<int>)new Nobodys()))
            .Message.ShouldContain("ICommandHandler<Nobodys, Int32>");
        Should.Throw<HandlerNotFoundException>(() => dispatcher.SendAsync((ICommand)new Nobodys()))
            .Message.ShouldContain("ICommandHandler<Nobodys> or");
        Should.Throw<HandlerNotFoundException>(() => dispatcher.QueryAsync(new NobodysQuery()))
            .Message.ShouldContain("IQueryHandler<NobodysQuery, Int32>");
        Should.Throw<HandlerNotFoundException>(() => dispatcher.StreamAsync(new NobodysStream()))
            .Message.ShouldContain("IStreamQueryHandler<NobodysStream, Int32>");
    }

    [Fact]
    public void NullMessagesAreRefused()
    {
        using var provider = ShopContainer.Create();
        var dispatcher = provider.GetRequiredService<IDispatcher>();

        Should.Throw<ArgumentNullException>(() => dispatcher.SendAsync((ICommand<int>)null!));
        Should.Throw<ArgumentNullException>(() => dispatcher.SendAsync((ICommand)null!));
        Should.Throw<ArgumentNullException>(() => dispatcher.QueryAsync((IQuery<int>)null!));
        Should.Throw<ArgumentNullException>(() => dispatcher.StreamAsync((IStreamQuery<int>)null!));
        Should.Throw<ArgumentNullException>(() => dispatcher.PublishAsync(null!)).ParamName.ShouldBe("event");
        Should.Throw<ArgumentNullException>(() => provider.GetRequiredService<Dispatcher>().PublishAsync(null!))
            .ParamName.ShouldBe("event");
    }

    [Fact]
    public async Task AScopeThatHasEndedSendsNothing()
    {
        using var provider = ShopContainer.Create();
        Dispatcher dispatcher;
        using (var scope = provider.CreateScope())
        {
            dispatcher = scope.ServiceProvider.GetRequiredService<Dispatcher>();
            await dispatcher.SendAsync(new Add(1));
        }

        Should.Throw<ObjectDisposedException>(() => dispatcher.SendAsync(new Add(1)));
        Should.Throw<ObjectDisposedException>(() => dispatcher.SendAsync(new ForeignAdd(1)));
        Should.Throw<ObjectDisposedException>(() => dispatcher.PublishAsync(new UnknownEvent()).AsTask());
        Should.Throw<ObjectDisposedException>(() => dispatcher.AddScoped<object>(1, static _ => new object()));
        dispatcher.FindScoped<AddHandler>(7).ShouldBeNull();
        Should.Throw<ObjectDisposedException>(
            () => new MessageGateway(dispatcher).DispatchAsync("Add", default));
    }

    [Fact]
    public void AContainerThatWasDisposedSendsNothing()
    {
        var provider = ShopContainer.Create();
        var root = provider.GetRequiredService<Dispatcher>();
        var composition = provider.Composition();
        provider.Dispose();

        Should.Throw<ObjectDisposedException>(() => root.SendAsync(new Add(1)));
        Should.Throw<ObjectDisposedException>(() => root.SendAsync(new ForeignAdd(1)));
        Should.Throw<ObjectDisposedException>(() => root.OpenScope());
        object? field = null;
        Should.Throw<ObjectDisposedException>(() => composition.Singleton(ref field, static _ => new object()));
        Should.Throw<ObjectDisposedException>(() => composition.Shared<object>(static _ => new object()));
    }

    [Fact]
    public void ServicesOfAScopeAreDisposedAfterTheHandlersThatUseThem()
    {
        using var provider = ShopContainer.Create();
        using (var scope = provider.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<IDispatcher>().SendAsync(new Add(1))
                .IsCompletedSuccessfully.ShouldBeTrue();
        }

        provider.GetRequiredService<Log>().Lines.ShouldBe(["handler", "ledger"]);
    }

    [Fact]
    public async Task TwoContainersDoNotMeet()
    {
        using var one = ShopContainer.Create();
        using var other = ShopContainer.Create();

        (await one.GetRequiredService<IDispatcher>().SendAsync(new Count())).ShouldBe(1);
        (await one.GetRequiredService<IDispatcher>().SendAsync(new Count())).ShouldBe(2);
        (await other.GetRequiredService<IDispatcher>().SendAsync(new Count())).ShouldBe(1);
        await one.DisposeAsync();
        (await other.GetRequiredService<IDispatcher>().SendAsync(new Count())).ShouldBe(2);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task SingletonHandlersAreDisposedWithTheContainer()
    {
        var provider = ShopContainer.Create();
        var log = provider.GetRequiredService<Log>();
        await provider.GetRequiredService<IDispatcher>().SendAsync(new Count());

        await provider.DisposeAsync();

        log.Lines.ShouldBe(["counter"]);
    }

    private sealed class Worker(ICommandBus bus) : IHostedService
    {
        public ICommandBus Bus => bus;

        public int Answer { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) =>
            Answer = await bus.SendAsync(new Add(9), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
