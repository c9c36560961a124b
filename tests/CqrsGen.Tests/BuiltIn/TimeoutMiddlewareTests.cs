using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.BuiltIn;

public sealed class TimeoutMiddlewareTests : IDisposable
{
    private static readonly MessageInfo Place =
        new("PlaceOrder", MessageKind.Command, typeof(int), TimeSpan.FromSeconds(5));

    private readonly ManualTime _time = new();
    private readonly ServiceProvider _provider;
    private readonly TimeoutMiddleware _timeout;

    public TimeoutMiddlewareTests()
    {
        _provider = Container.Create(services => services.AddSingleton<TimeProvider>(_time));
        _timeout = new TimeoutMiddleware(_provider.Composition());
    }

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task ADispatchInTimeAnswers()
    {
        (await Run(static (message, _) => new($"{message}"))).ShouldBe("1");
        (await Run(static async (message, _) =>
        {
            await Task.Yield();
            return $"{message}";
        })).ShouldBe("1");
    }

    [Fact]
    public async Task ADispatchThatTakesTooLongIsATimeout()
    {
        var pending = Run(static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });

        _time.Advance(TimeSpan.FromSeconds(4.9));
        await Task.Delay(50);
        pending.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(0.2));
        var exception = await Should.ThrowAsync<MessageTimeoutException>(async () => await pending);
        exception.Message.ShouldContain("PlaceOrder took longer than its limit of 5 s");
        exception.InnerException.ShouldBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task WhatAHandlerRegisteredWithItsTokenMayThrowWithoutEndingTheProcess()
    {
        var pending = Run(static async (_, token) =>
        {
            using var registration = token.Register(static () => throw new InvalidOperationException("registered"));
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });

        _time.Advance(TimeSpan.FromSeconds(6));

        await Should.ThrowAsync<MessageTimeoutException>(async () => await pending);
    }

    [Fact]
    public async Task WorkThatASuspendedHandlerLeftBehindIsNotCancelledByAnotherMessage()
    {
        CancellationToken left = default;
        var goOn = new TaskCompletionSource();
        var first = Run(async (_, token) =>
        {
            left = token;
            await goOn.Task;
            return "";
        });
        goOn.SetResult();
        await first;

        var pending = Run(static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        _time.Advance(TimeSpan.FromSeconds(6));
        await Should.ThrowAsync<MessageTimeoutException>(async () => await pending);

        left.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public void AHandlerThatNeverSuspendsTimesOutWhenItLooksAtItsToken()
    {
        Should.Throw<MessageTimeoutException>(() => Run((_, token) =>
        {
            _time.Advance(TimeSpan.FromSeconds(6));
            token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            token.ThrowIfCancellationRequested();
            return new("");
        }));
    }

    [Fact]
    public async Task TheCallersCancellationStaysACancellationOfTheCallersToken()
    {
        using var caller = new CancellationTokenSource();
        var pending = Run(
            static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return "";
            },
            caller.Token);
        await caller.CancelAsync();

        var exception = await Should.ThrowAsync<OperationCanceledException>(async () => await pending);

        exception.ShouldNotBeOfType<MessageTimeoutException>();
        exception.CancellationToken.ShouldBe(caller.Token);
    }

    [Fact]
    public void ATokenThatIsCancelledAlreadyReachesTheHandler()
    {
        var exception = Should.Throw<OperationCanceledException>(() => Run(
            static (_, token) =>
            {
                token.ThrowIfCancellationRequested();
                return new("");
            },
            new CancellationToken(canceled: true)));

        exception.CancellationToken.ShouldBe(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task AnAnswerThatComesTooLateIsStillAnAnswer()
    {
        var answer = new TaskCompletionSource<string>();
        var pending = Run((_, _) => new(answer.Task));
        _time.Advance(TimeSpan.FromSeconds(6));
        await Task.Delay(50);
        answer.SetResult("late");

        (await pending).ShouldBe("late");
    }

    [Fact]
    public void OtherFailuresGoThroughAsTheyAre()
    {
        Should.Throw<InvalidOperationException>(() => Run(static (_, _) => throw new InvalidOperationException()));
        Should.Throw<InvalidOperationException>(() => Run(
            static (_, _) => ValueTask.FromException<string>(new InvalidOperationException())).AsTask());
        Should.Throw<OperationCanceledException>(
                () => Run(static (_, _) => throw new OperationCanceledException("own")))
            .Message.ShouldBe("own");
    }

    [Fact]
    public async Task ATokenThatWasCancelledIsNeverUsedAgain()
    {
        var seen = new List<CancellationToken>();
        for (int round = 0; round < 20; round++)
        {
            using var caller = new CancellationTokenSource();
            var pending = Run(
                async (_, token) =>
                {
                    token.IsCancellationRequested.ShouldBeFalse();
                    seen.Add(token);
                    await Task.Delay(Timeout.Infinite, token);
                    return "";
                },
                caller.Token);
            if (round % 2 == 0)
            {
                await caller.CancelAsync();
            }
            else
            {
                _time.Advance(TimeSpan.FromSeconds(6));
            }

            await Should.ThrowAsync<Exception>(async () => await pending);
        }

        seen.Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task TheCallersTokenHasNoHoldOnAMessageThatEnded()
    {
        using var caller = new CancellationTokenSource();
        await Run(static (_, _) => new("first"), caller.Token);
        var next = Run(static async (_, token) =>
        {
            await Task.Delay(100, CancellationToken.None);
            token.IsCancellationRequested.ShouldBeFalse();
            return "second";
        });
        await caller.CancelAsync();

        (await next).ShouldBe("second");
    }

    [Fact]
    public async Task ConcurrentMessagesWithRacingCancellationsNeverHitOneAnother()
    {
        using var provider = Container.Create();
        var timeout = new TimeoutMiddleware(provider.Composition());
        await Parallel.ForAsync(0, 2_000, async (index, _) =>
        {
            using var caller = new CancellationTokenSource();
            var cancel = index % 2 == 0 ? Task.Run(caller.Cancel, CancellationToken.None) : Task.CompletedTask;
            try
            {
                await Run(
                    timeout,
                    Place,
                    static async (_, token) =>
                    {
                        await Task.Yield();
                        token.ThrowIfCancellationRequested();
                        return "";
                    },
                    caller.Token);
            }
            catch (OperationCanceledException) when (index % 2 == 0)
            {
            }

            await cancel;
        });
    }

    [Fact]
    public void ASynchronousDispatchAllocatesNothing()
    {
        using var provider = Container.Create();
        var timeout = new TimeoutMiddleware(provider.Composition());
        Func<int, CancellationToken, ValueTask<string>> handler = static (_, _) => new("done");
        using var caller = new CancellationTokenSource();
        for (int index = 0; index < 10; index++)
        {
            Run(timeout, Place, handler, caller.Token).IsCompletedSuccessfully.ShouldBeTrue();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < 100; index++)
        {
            Run(timeout, Place, handler, caller.Token).IsCompletedSuccessfully.ShouldBeTrue();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public async Task AMessageWithoutLimitKeepsTheCallersToken()
    {
        using var caller = new CancellationTokenSource();
        var token = CancellationToken.None;
        await Run(
            _timeout,
            Place with { Timeout = Timeout.InfiniteTimeSpan },
            (_, given) =>
            {
                token = given;
                return new("");
            },
            caller.Token);

        token.ShouldBe(caller.Token);
        _time.RunningTimers.ShouldBe(0);
    }

    [Fact]
    public async Task TheClockRestsWhenNoMessagesAreUnderWayAndWakesUpAgain()
    {
        await Run(static (_, _) => new(""));
        _time.RunningTimers.ShouldBe(1);
        for (int tick = 0; tick < 100; tick++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }

        _time.RunningTimers.ShouldBe(0);
        await ADispatchThatTakesTooLongIsATimeout();
    }

    [Fact]
    public async Task OnTheSystemsClockTimeoutsComeInTime()
    {
        using var provider = Container.Create();
        var timeout = new TimeoutMiddleware(provider.Composition());
        long started = TimeProvider.System.GetTimestamp();

        await Should.ThrowAsync<MessageTimeoutException>(async () => await Run(
            timeout,
            Place with { Timeout = TimeSpan.FromMilliseconds(100) },
            static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return "";
            },
            CancellationToken.None));

        TimeProvider.System.GetElapsedTime(started).ShouldBeInRange(
            TimeSpan.FromMilliseconds(99), TimeSpan.FromSeconds(5));
    }

    private ValueTask<string> Run(
        Func<int, CancellationToken, ValueTask<string>> handler, CancellationToken cancellationToken = default) =>
        Run(_timeout, Place, handler, cancellationToken);

    /// <summary>What a generated pipeline does with the hooks.</summary>
    private static ValueTask<string> Run(
        TimeoutMiddleware timeout,
        MessageInfo info,
        Func<int, CancellationToken, ValueTask<string>> handler,
        CancellationToken cancellationToken)
    {
        var state = timeout.Before(info, cancellationToken);
        ValueTask<string> pending;
        try
        {
            pending = handler(1, state.Token);
            if (pending.IsCompletedSuccessfully)
            {
                timeout.Finally(state);
                return pending;
            }
        }
        catch (Exception exception)
        {
            Leave(timeout, state, exception);
            throw;
        }

        return Await(timeout, state, pending);
    }

    private static async ValueTask<string> Await(
        TimeoutMiddleware timeout, TimeoutState state, ValueTask<string> pending)
    {
        state.KeepToken();
        string result;
        try
        {
            result = await pending;
        }
        catch (Exception exception)
        {
            Leave(timeout, state, exception);
            throw;
        }

        timeout.Finally(state);
        return result;
    }

    private static void Leave(TimeoutMiddleware timeout, TimeoutState state, Exception exception)
    {
        try
        {
            TimeoutMiddleware.Failed(exception, state);
        }
        finally
        {
            timeout.Finally(state);
        }
    }
}
