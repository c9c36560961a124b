using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Infrastructure;

public sealed class ContainerFreeApplicationTests
{
    [Fact]
    public void WhatIsDisposedBeforeItsFirstUseIsNotUsedAfterIt()
    {
        var application = new Empty();
        application.Dispose();

        Should.Throw<ObjectDisposedException>(() => application.Dispatcher);
    }

    [Fact]
    public async Task WhatIsDisposedAsynchronouslyIsNotUsedAfterIt()
    {
        var application = new Empty();
        await application.DisposeAsync();

        Should.Throw<ObjectDisposedException>(() => application.Dispatcher);
    }

    [Fact]
    public void AServiceThatWasNotGivenIsNamedWithTheRemedy()
    {
        using var application = new Empty();

        Should.Throw<InvalidOperationException>(() => application.GetRequiredKeyedService(typeof(Version), null))
            .Message.ShouldBe(
                "System.Version was not given to the application. Handlers ask for it through IServiceProvider; take " +
                "it in their constructor instead, so that the application's constructor asks for it.");
    }

    [Fact]
    public void OptionsThatAreSetInCodeHold()
    {
        using var application = new Empty(static options => options.Timeouts.Command = TimeSpan.FromSeconds(7));

        application.GetService(typeof(CqrsGenOptions)).ShouldBeOfType<CqrsGenOptions>()
            .Timeouts.Command.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void AScopeSeesTheServicesOfItsApplicationAndHasADispatcherOfItsOwn()
    {
        using var application = new Empty();
        using var scope = ((IServiceScopeFactory)application).CreateScope();
        var services = (IKeyedServiceProvider)scope.ServiceProvider;

        services.GetService(typeof(TimeProvider)).ShouldBe(TimeProvider.System);
        services.GetKeyedService(typeof(TimeProvider), "other").ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => services.GetRequiredKeyedService(typeof(Version), "a key"));
        services.GetService(typeof(ScopedDispatcher)).ShouldBeOfType<ScopedDispatcher>()
            .Dispatcher.ShouldNotBe(application.Dispatcher);
    }

    private sealed class Empty(Action<CqrsGenOptions>? configure = null)
        : ContainerFreeApplication(new CompositionPlan(), null, null, configure)
    {
        protected override object? Resolve(Type service, object? key) => null;
    }
}
