using CqrsGen.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Dispatch;

public sealed class BatchTests : IDisposable
{
    private static readonly BatchOptions Parallel4 = new() { DegreeOfParallelism = 4 };

    private readonly ServiceProvider _provider = ShopContainer.Create();
    private readonly IServiceScope _scope;
    private readonly IDispatcher _dispatcher;

    public BatchTests()
    {
        _scope = _provider.CreateScope();
        _dispatcher = _scope.ServiceProvider.GetRequiredService<IDispatcher>();
    }

    public void Dispose()
    {
        _scope.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task InOrderItRunsOneAfterTheOtherInTheCurrentScope()
    {
        var result = await _dispatcher.SendAllAsync([new Add(1), new Add(2), new Add(3)]);

        result.Results.ShouldBe([1, 3, 6]);
        result.IsSuccess.ShouldBeTrue();
        result.FailedIndex.ShouldBe(-1);
        result.ThrowIfFailed().ShouldBeSameAs(result);
    }

    [Fact]
    public async Task AStoppedBatchHasTheResultsSoFarAndTheFailedIndex()
    {
        var result = await _dispatcher.SendAllAsync(Commands(5, failing: 2));

        result.FailedIndex.ShouldBe(2);
        result.Items.Select(static item => item.Status).ShouldBe(
        [
            BatchItemStatus.Succeeded, BatchItemStatus.Succeeded, BatchItemStatus.Failed, BatchItemStatus.NotRun,
            BatchItemStatus.NotRun,
        ]);
        result.Results.ShouldBe([0, 10]);
        Should.Throw<InvalidOperationException>(result.ThrowIfFailed).Message.ShouldBe("2");
    }

    [Fact]
    public async Task ACollectingBatchRunsToItsEnd()
    {
        var result = await _dispatcher.SendAllAsync(
            Commands(5, failing: 2), new() { OnFailure = BatchFailure.Collect });

        result.FailedIndex.ShouldBe(2);
        result.Results.ShouldBe([0, 10, 30, 40]);
    }

    [Fact]
    public async Task ParallelMessagesRunAtOnceAndAnswerInInputOrder()
    {
        int running = 0, most = 0;
        var together = new TaskCompletionSource();
        var queries = Enumerable.Range(0, 20).Select(index => new Run(index, async (id, token) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == 4)
            {
                together.TrySetResult();
            }

            await together.Task.WaitAsync(TimeSpan.FromSeconds(30), token);
            await Task.Delay((20 - id) % 3, token);
            Interlocked.Decrement(ref running);
            return id;
        }));

        var result = await _dispatcher.QueryAllAsync(queries, Parallel4);

        result.Results.ShouldBe(Enumerable.Range(0, 20));
        most.ShouldBe(4);
    }

    [Fact]
    public async Task ParallelMessagesHaveAScopeEach()
    {
        var commands = Commands(3).ToList();
        await _dispatcher.SendAllAsync(commands, Parallel4);

        commands.Select(static command => command.Dispatcher).Distinct().Count().ShouldBe(3);
        (await _dispatcher.SendAllAsync([new Add(1), new Add(1)], Parallel4)).Results.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task AFailureStopsParallelMessagesThatHaveNotStarted()
    {
        var failed = new TaskCompletionSource();
        var commands = Commands(100, body: async (id, token) =>
        {
            if (id == 0)
            {
                failed.SetResult();
                throw new InvalidOperationException();
            }

            await failed.Task;
            await Task.Delay(50, token); // Long enough for the batch to notice, long before all have run.
            return id;
        });

        var result = await _dispatcher.SendAllAsync(commands, new() { DegreeOfParallelism = 2 });

        result.FailedIndex.ShouldBe(0);
        result.Items.Count(static item => item.Status == BatchItemStatus.NotRun).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AFailedResultIsAFailure()
    {
        var result = await _dispatcher.SendAllAsync<Result<int>>(
            [new Failing(Error.NotFound("a", "b"))]);

        result.FailedIndex.ShouldBe(0);
        result.Items[0].Exception.ShouldBeOfType<NotFoundException>();
    }

    [Fact]
    public async Task ACancelledBatchDoesNotPassForSuccess()
    {
        using var source = new CancellationTokenSource();
        var commands = Commands(3, body: (id, token) =>
        {
            source.Cancel();
            return Task.FromResult(id);
        });

        var result = await _dispatcher.SendAllAsync(commands, null, source.Token);

        result.IsSuccess.ShouldBeFalse();
        result.Results.ShouldBe([0]);
        Should.Throw<OperationCanceledException>(result.ThrowIfFailed);
    }

    [Fact]
    public async Task ABatchThatIsCancelledBeforehandRunsNothingAndThrowsWhenAsked()
    {
        foreach (var options in new[] { null, Parallel4 })
        {
            var result = await _dispatcher.SendAllAsync(Commands(3), options, new CancellationToken(canceled: true));

            result.Items.ShouldAllBe(static item => item.Status == BatchItemStatus.NotRun);
            result.IsSuccess.ShouldBeFalse();
            result.FailedIndex.ShouldBe(-1);
            Should.Throw<OperationCanceledException>(result.ThrowIfFailed);
        }
    }

    [Fact]
    public async Task TheMessagesAreCopiedBeforeTheFirstRuns()
    {
        var commands = new List<ICommand<int>>();
        commands.AddRange(Commands(3, body: (id, _) =>
        {
            commands.Clear();
            return Task.FromResult(id);
        }));

        (await _dispatcher.SendAllAsync(commands)).Results.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task WhatDisposingAScopeThrowsIsTheFailureOfItsMessage()
    {
        using var provider = ShopContainer.Create(static services => services.AddScoped<Bad>());
        var dispatcher = provider.GetRequiredService<Dispatcher>();

        var result = await dispatcher.SendAllAsync(
            [new UseBad(), new UseBad()], new() { DegreeOfParallelism = 2, OnFailure = BatchFailure.Collect });

        result.Items.ShouldAllBe(static item => item.Status == BatchItemStatus.Failed);
    }

    [Fact]
    public async Task EmptyBatchesSucceedAndWrongOptionsAreRefused()
    {
        (await _dispatcher.SendAllAsync(Array.Empty<ICommand<int>>(), Parallel4)).IsSuccess.ShouldBeTrue();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            async () => await _dispatcher.SendAllAsync<int>([], new() { DegreeOfParallelism = 0 }));
        await Should.ThrowAsync<ArgumentNullException>(async () => await _dispatcher.SendAllAsync<int>(null!));
    }

    private static IEnumerable<Run> Commands(
        int count, int failing = -1, Func<int, CancellationToken, Task<int>>? body = null) =>
        Enumerable.Range(0, count).Select(index => new Run(index, body ?? (async (id, _) =>
        {
            await Task.Yield();
            return id == failing ? throw new InvalidOperationException($"{id}") : id * 10;
        })));

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (seen < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            seen = Volatile.Read(ref target);
        }
    }

    private sealed record Failing(Error Error) : ICommand<Result<int>>
    {
        ValueTask<Result<int>> ICommand<Result<int>>.Accept(
            Dispatcher dispatcher, CancellationToken cancellationToken) => new(Error);
    }

    private sealed record UseBad : ICommand<int>
    {
        ValueTask<int> ICommand<int>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken)
        {
            dispatcher.Services.GetRequiredService<Bad>();
            return new(1);
        }
    }

    private sealed class Bad : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("bad");
    }
}
