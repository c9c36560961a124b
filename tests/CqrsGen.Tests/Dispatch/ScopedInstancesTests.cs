using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

public sealed class ScopedInstancesTests : IDisposable
{
    private readonly ServiceProvider _provider = Container.Create();
    private readonly IServiceScope _scope;
    private readonly Dispatcher _dispatcher;

    public ScopedInstancesTests()
    {
        _scope = _provider.CreateScope();
        _dispatcher = _scope.ServiceProvider.GetRequiredService<Dispatcher>();
    }

    public void Dispose()
    {
        _scope.Dispose();
        _provider.Dispose();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 4)]
    [InlineData(3, 1)]
    [InlineData(4095, 7)]
    public void WhateverTheSlotsEachClassHasOneInstance(int first, int step)
    {
        int slot = first - step;
        int Next() => slot += step;
        object[] made =
        [
            Use<C0>(Next()), Use<C1>(Next()), Use<C2>(Next()), Use<C3>(Next()), Use<C4>(Next()),
            Use<C5>(Next()), Use<C6>(Next()), Use<C7>(Next()), Use<C8>(Next()), Use<C9>(Next()),
        ];
        slot = first - step;
        object[] found =
        [
            Use<C0>(Next()), Use<C1>(Next()), Use<C2>(Next()), Use<C3>(Next()), Use<C4>(Next()),
            Use<C5>(Next()), Use<C6>(Next()), Use<C7>(Next()), Use<C8>(Next()), Use<C9>(Next()),
        ];

        made.Distinct().Count().ShouldBe(10);
        found.ShouldBe(made);
        slot = first - step;
        _dispatcher.FindScoped<C0>(Next()).ShouldBeSameAs(made[0]); // Without a lock too.
        _dispatcher.FindScoped<C1>(Next()).ShouldBeSameAs(made[1]);
    }

    [Fact]
    public void AClassThatAssembliesGaveDifferentSlotsStillHasOneInstance() =>
        Use<C0>(1).ShouldBeSameAs(Use<C0>(2));

    [Fact]
    public void WhatIsMadeWhileItsScopeEndsIsDisposedToo()
    {
        var made = new Disposable();
        using var provider = Container.Create(services => services.AddScoped(scope => new SendsAtItsEnd(
            scope.GetRequiredService<Dispatcher>(),
            dispatcher => dispatcher.AddScoped<Disposable>(3, _ => made))));
        var scope = provider.CreateScope();
        var service = scope.ServiceProvider.GetRequiredService<SendsAtItsEnd>();

        scope.Dispose();

        service.Failure.ShouldBeOfType<ObjectDisposedException>();
        made.Disposals.ShouldBe(1);
    }

    [Fact]
    public async Task ASingletonThatIsMadeWhileItsContainerEndsIsDisposedToo()
    {
        var made = new Disposable();
        Disposable? field = null;
        var provider = Container.Create(services => services.AddSingleton(root => new SendsAtItsEnd(
            root.GetRequiredService<Dispatcher>(),
            dispatcher => dispatcher.Composition.Singleton(ref field, _ => made))));
        var service = provider.GetRequiredService<SendsAtItsEnd>();

        await provider.DisposeAsync();

        service.Failure.ShouldBeOfType<ObjectDisposedException>();
        made.Disposals.ShouldBe(1);
    }

    [Fact]
    public void OneInstanceIsMadeUnderConcurrency()
    {
        for (int round = 0; round < 200; round++)
        {
            using var scope = _provider.CreateScope();
            var dispatcher = scope.ServiceProvider.GetRequiredService<Dispatcher>();
            int made = 0;
            var seen = new object[16];
            Parallel.For(0, seen.Length, index =>
            {
                seen[index] = index % 2 == 0
                    ? dispatcher.FindScoped<C0>(5) ?? (object)dispatcher.AddScoped<C0>(5, _ => Count(new C0()))
                    : dispatcher.FindScoped<C1>(9) ?? dispatcher.AddScoped<C1>(9, _ => Count(new C1()));

                object Count(object instance)
                {
                    Interlocked.Increment(ref made);
                    return instance;
                }
            });

            made.ShouldBe(2);
            seen.Distinct().Count().ShouldBe(2);
        }
    }

    [Fact]
    public void FindingAnInstanceAllocatesNothing()
    {
        Use<C0>(1);
        _dispatcher.FindScoped<C0>(1).ShouldNotBeNull();

        long before = GC.GetAllocatedBytesForCurrentThread();
        var found = _dispatcher.FindScoped<C0>(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        found.ShouldNotBeNull();
    }

    private T Use<T>(int slot)
        where T : class, new() =>
        _dispatcher.FindScoped<T>(slot) ?? _dispatcher.AddScoped<T>(slot, static _ => new T());

    private sealed class C0;

    private sealed class C1;

    private sealed class C2;

    private sealed class C3;

    private sealed class C4;

    private sealed class C5;

    private sealed class C6;

    private sealed class C7;

    private sealed class C8;

    private sealed class C9;

    private sealed class SendsAtItsEnd(Dispatcher dispatcher, Action<Dispatcher> send) : IDisposable
    {
        public Exception? Failure { get; private set; }

        public void Dispose() => Failure = Record.Exception(() => send(dispatcher));
    }

    private sealed class Disposable : IAsyncDisposable, IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;

        public ValueTask DisposeAsync()
        {
            Disposals++;
            return default;
        }
    }
}
