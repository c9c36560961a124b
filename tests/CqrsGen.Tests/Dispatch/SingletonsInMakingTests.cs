using CqrsGen.Infrastructure;
using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

/// <summary>Constructors that dispatch, which they should not: as the generated code makes their classes.</summary>
public sealed class SingletonsInMakingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider _provider = Container.Create();
    private readonly Composition _composition;
    private One? _one;
    private Other? _other;

    public SingletonsInMakingTests() => _composition = _provider.Composition();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public void AConstructorMayWaitForAnotherSingletonOnAnotherThread()
    {
        var one = _composition.Singleton(ref _one, _ =>
        {
            Task.Run(() => _composition.Singleton(ref _other, static _ => new Other())).Wait(Patience).ShouldBeTrue();
            return new One();
        });

        one.ShouldBeSameAs(_one);
        _other.ShouldNotBeNull();
    }

    [Fact]
    public void AConstructorThatNeedsItselfIsToldSo() =>
        Should.Throw<InvalidOperationException>(() => NeedItself(static need => need()))
            .Message.ShouldBe(
                "The constructor of SingletonsInMakingTests.One dispatches a message that cannot be handled before " +
                "that constructor has returned. Dispatch where a message is handled, not in a constructor.");

    [Fact]
    public void AConstructorThatNeedsItselfOnAnotherThreadIsToldSo() =>
        Should.Throw<InvalidOperationException>(() => NeedItself(static need =>
                Task.Run(need).WaitAsync(Patience).GetAwaiter().GetResult()))
            .Message.ShouldStartWith("The constructor of SingletonsInMakingTests.One dispatches");

    [Fact]
    public void AfterAFailedConstructorAnotherOneIsTried()
    {
        Should.Throw<InvalidOperationException>(() => NeedItself(static need => need()));

        _composition.Singleton(ref _one, static _ => new One()).ShouldNotBeNull();
    }

    [Fact]
    public async Task WhatAConstructorHasStartedMayNeedTheInstanceLater()
    {
        using var isMade = new ManualResetEventSlim();
        Task<One>? started = null;
        One? field = null;
        var one = _composition.Singleton(ref field, _ =>
        {
            started = Task.Run(() =>
            {
                isMade.Wait(Patience);
                return _composition.Singleton(ref field, static _ => new One());
            });
            return new One();
        });
        isMade.Set();

        (await started!.WaitAsync(Patience)).ShouldBeSameAs(one);
    }

    [Fact]
    public void OneInstanceIsMadeUnderConcurrency()
    {
        for (int round = 0; round < 100; round++)
        {
            One? field = null;
            int made = 0;
            Parallel.For(0, 8, _ => _composition.Singleton(ref field, _ =>
            {
                Interlocked.Increment(ref made);
                return new One();
            }));

            made.ShouldBe(1);
        }
    }

    [Fact]
    public async Task WhatIsBeingMadeWhenTheContainerEndsIsMadeFirst()
    {
        using var isMaking = new ManualResetEventSlim();
        using var mayReturn = new ManualResetEventSlim();
        var making = Task.Run(() => _composition.Singleton(ref _one, _ =>
        {
            isMaking.Set();
            mayReturn.Wait(Patience);
            return new One();
        }));
        isMaking.Wait(Patience).ShouldBeTrue();
        var closing = Task.Run(_composition.Dispose);

        await Task.WhenAny(closing, Task.Delay(50));
        closing.IsCompleted.ShouldBeFalse();
        mayReturn.Set();

        await closing.WaitAsync(Patience);
        (await making).ShouldNotBeNull();
        Should.Throw<ObjectDisposedException>(() => _composition.Singleton(ref _other, static _ => new Other()));
    }

    [Fact]
    public void AScopedConstructorThatNeedsItselfIsToldSo()
    {
        using var scope = _provider.CreateScope();
        var dispatcher = scope.ServiceProvider.GetRequiredService<Dispatcher>();

        Should.Throw<InvalidOperationException>(() => Make(dispatcher))
            .Message.ShouldStartWith("The constructor of SingletonsInMakingTests.One dispatches");

        static One Make(Dispatcher dispatcher) => dispatcher.AddScoped<One>(1, Make);
    }

    private void NeedItself(Action<Func<One>> wait) => _composition.Singleton(ref _one, _ =>
    {
        wait(() => _composition.Singleton(ref _one, static _ => new One()));
        return new One();
    });

    private sealed class One;

    private sealed class Other;
}
