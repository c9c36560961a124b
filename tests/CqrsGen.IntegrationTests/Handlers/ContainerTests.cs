namespace CqrsGen.IntegrationTests.Handlers;

/// <summary>What holds in every container: who the root is, what a scope shares, and who disposes what.</summary>
public sealed class ContainerTests
{
    public static TheoryData<string> Names => Containers.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ASingletonsDispatcherOpensAScopePerMessage(string container)
    {
        var provider = Containers.Build(container, static services => services.AddSingleton<Worker>());
        await using var root = (IAsyncDisposable)provider;
        var journal = provider.GetRequiredService<Journal>();
        var bus = provider.GetRequiredService<Worker>().Bus;

        int first = await bus.QueryAsync(new WhichService());
        journal.Lines.ShouldBe(["scope ended"]);
        (await bus.QueryAsync(new WhichService())).ShouldNotBe(first);
        await bus.SendAsync(new UseScopedDisposable());

        journal.Lines.ShouldBe(["scope ended", "scope ended", "scoped handler disposed", "scope ended"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ASingletonThatIsFirstNeededInAScopeSendsFromTheRoot(string container)
    {
        var provider = Containers.Build(container, static services => services.AddSingleton<Worker>());
        await using var root = (IAsyncDisposable)provider;
        Worker worker;
        await using (var scope = provider.CreateAsyncScope())
        {
            scope.ServiceProvider.Bus().ShouldNotBeSameAs(provider.Bus());
            worker = scope.ServiceProvider.GetRequiredService<Worker>();
        }

        worker.Bus.ShouldBeSameAs(provider.Bus());
        (await worker.Bus.QueryAsync(new WhichService())).ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AScopesDispatcherSharesItsScope(string container)
    {
        var provider = Containers.Build(container);
        await using var root = (IAsyncDisposable)provider;
        var journal = provider.GetRequiredService<Journal>();
        await using (var scope = provider.CreateAsyncScope())
        {
            var bus = scope.ServiceProvider.Bus();
            int number = scope.ServiceProvider.GetRequiredService<ScopedService>().Number;

            (await bus.QueryAsync(new WhichService())).ShouldBe(number);
            (await bus.QueryAsync(new WhichService())).ShouldBe(number);
            (await bus.QueryAsync(new AskNested())).ShouldBeTrue();
            await bus.SendAsync(new UseScopedDisposable());
            journal.Lines.ShouldBe([]);
        }

        journal.Lines.ShouldBe(["scoped handler disposed", "scope ended"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ScopesHaveADispatcherEach(string container)
    {
        var provider = Containers.Build(container);
        await using var root = (IAsyncDisposable)provider;
        await using var one = provider.CreateAsyncScope();
        await using var two = provider.CreateAsyncScope();

        one.ServiceProvider.Bus().ShouldBeSameAs(one.ServiceProvider.Bus());
        one.ServiceProvider.Bus().ShouldNotBeSameAs(two.ServiceProvider.Bus());
        one.ServiceProvider.Bus().ShouldNotBeSameAs(provider.Bus());
        (await one.ServiceProvider.Bus().QueryAsync(new WhichService()))
            .ShouldNotBe(await two.ServiceProvider.Bus().QueryAsync(new WhichService()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheRootDisposesItsSingletons(string container)
    {
        var provider = Containers.Build(container, static services => services.AddSingleton<Worker>());
        var journal = provider.GetRequiredService<Journal>();
        var bus = provider.GetRequiredService<Worker>().Bus;
        await bus.SendAsync(new UseDisposable());
        journal.Lines.ShouldBe([]);

        await ((IAsyncDisposable)provider).DisposeAsync();

        journal.Lines.ShouldBe(["singleton handler disposed"]);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await bus.SendAsync(new UseScopedDisposable()));
    }

    private sealed class Worker(IDispatcher bus)
    {
        public IDispatcher Bus { get; } = bus;
    }
}
