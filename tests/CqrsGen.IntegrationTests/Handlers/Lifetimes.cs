namespace CqrsGen.IntegrationTests.Handlers;

internal abstract class Numbered
{
    private static int _last;

    public int Number { get; } = Interlocked.Increment(ref _last);
}

[Query]
internal sealed partial record WhoIsBare : IQuery<int>;

internal sealed class WhoIsBareHandler : Numbered, IQueryHandler<WhoIsBare, int>
{
    public ValueTask<int> HandleAsync(WhoIsBare query, CancellationToken cancellationToken) => new(Number);
}

[Query]
internal sealed partial record WhoHasSingletons : IQuery<int>;

internal sealed class WhoHasSingletonsHandler(SingletonService service, TimeProvider time)
    : Numbered, IQueryHandler<WhoHasSingletons, int>
{
    public ValueTask<int> HandleAsync(WhoHasSingletons query, CancellationToken cancellationToken)
    {
        service.ShouldNotBeNull();
        time.ShouldNotBeNull();
        return new(Number);
    }
}

[Query]
internal sealed partial record WhoIsScoped : IQuery<int>;

internal sealed class WhoIsScopedHandler(ScopedService service) : Numbered, IQueryHandler<WhoIsScoped, int>
{
    public ValueTask<int> HandleAsync(WhoIsScoped query, CancellationToken cancellationToken)
    {
        service.IsDisposed.ShouldBeFalse();
        return new(Number);
    }
}

[Query]
internal sealed partial record WhoSaysScoped : IQuery<int>;

[Handler(Lifetime = HandlerLifetime.Scoped)]
internal sealed class WhoSaysScopedHandler : Numbered, IQueryHandler<WhoSaysScoped, int>
{
    public ValueTask<int> HandleAsync(WhoSaysScoped query, CancellationToken cancellationToken) => new(Number);
}

[Query]
internal sealed partial record WhoSaysSingleton : IQuery<int>;

[Handler(Lifetime = HandlerLifetime.Singleton)]
internal sealed class WhoSaysSingletonHandler(IServiceProvider services)
    : Numbered, IQueryHandler<WhoSaysSingleton, int>
{
    public ValueTask<int> HandleAsync(WhoSaysSingleton query, CancellationToken cancellationToken)
    {
        services.ShouldNotBeNull();
        return new(Number);
    }
}

[Singleton]
internal sealed class SlowBirths
{
    private int _count;

    public int Count => _count;

    public void Add()
    {
        Thread.Sleep(20);
        Interlocked.Increment(ref _count);
    }
}

[Command]
internal sealed partial record UseSlow : ICommand;

internal sealed class UseSlowHandler : ICommandHandler<UseSlow>
{
    public UseSlowHandler(SlowBirths births) => births.Add();

    public ValueTask HandleAsync(UseSlow command, CancellationToken cancellationToken) => default;
}

[Command]
internal sealed partial record UseSlowScoped : ICommand;

[Handler(Lifetime = HandlerLifetime.Scoped)]
internal sealed class UseSlowScopedHandler : ICommandHandler<UseSlowScoped>
{
    public UseSlowScopedHandler(SlowBirths births) => births.Add();

    public ValueTask HandleAsync(UseSlowScoped command, CancellationToken cancellationToken) => default;
}

[Command]
internal sealed partial record UseDisposable : ICommand;

internal sealed class UseDisposableHandler(Journal journal) : ICommandHandler<UseDisposable>, IAsyncDisposable
{
    public ValueTask HandleAsync(UseDisposable command, CancellationToken cancellationToken) => default;

    public ValueTask DisposeAsync()
    {
        journal.Add("singleton handler disposed");
        return default;
    }
}

[Command]
internal sealed partial record UseScopedDisposable : ICommand;

internal sealed class UseScopedDisposableHandler(Journal journal, ScopedService service)
    : ICommandHandler<UseScopedDisposable>, IDisposable
{
    public ValueTask HandleAsync(UseScopedDisposable command, CancellationToken cancellationToken) => default;

    public void Dispose()
    {
        service.IsDisposed.ShouldBeFalse("A handler goes before its dependencies.");
        journal.Add("scoped handler disposed");
    }
}

[Query]
internal sealed partial record AskNested : IQuery<bool>;

internal sealed class AskNestedHandler(IQueryBus bus, ScopedService service) : IQueryHandler<AskNested, bool>
{
    public async ValueTask<bool> HandleAsync(AskNested query, CancellationToken cancellationToken) =>
        await bus.QueryAsync(new WhichService(), cancellationToken) == service.Number;
}

[Query]
internal sealed partial record WhichService : IQuery<int>;

internal static class WhichServiceHandler
{
    [Handler]
    public static int Handle(WhichService query, ScopedService service) => service.Number;
}

internal sealed class Background(IQueryBus bus)
{
    public IQueryBus Bus { get; } = bus;
}
