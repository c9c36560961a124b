using CqrsGen.Infrastructure;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Infrastructure;

/// <summary>What an assembly answers that has none of what it is asked for.</summary>
public sealed class RoutesTests : IDisposable
{
    private readonly ServiceProvider _provider = Container.Create();
    private readonly Dispatcher _dispatcher;
    private readonly Nothing _routes;

    public RoutesTests()
    {
        _dispatcher = _provider.GetRequiredService<Dispatcher>();
        _routes = new Nothing(_provider.Composition());
    }

    [Fact]
    public void ACommandByNumberHasNoHandler() =>
        Should.Throw<HandlerNotFoundException>(() => _routes.Send(0, new Lost(), _dispatcher, default).AsTask())
            .Message.ShouldContain(nameof(Lost));

    [Fact]
    public async Task NobodyListensToAnEvent()
    {
        await _routes.Publish(0, new Unheard(), _dispatcher, default);
        await _routes.PublishUnknown(new Unheard(), null, _dispatcher, default);
    }

    [Fact]
    public void NoNameIsKnown()
    {
        _routes.Invoke("Lost", default, _dispatcher, default).ShouldBeNull();
        _routes.MessageNames.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void WithoutTheContextMiddlewareEveryLookGivesAFreshContext()
    {
        _provider.Composition().Contexts.Current.ShouldBeNull();
        _dispatcher.Context.MessageId.ShouldNotBe(_dispatcher.Context.MessageId);
    }

    public void Dispose() => _provider.Dispose();

    private sealed class Nothing(Composition composition) : Routes(composition);

    private sealed record Lost : ICommand;

    private sealed record Unheard : IEvent;
}
