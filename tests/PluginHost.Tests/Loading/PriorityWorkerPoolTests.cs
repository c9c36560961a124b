using System.Collections.Concurrent;
using PluginHost.Loading;
using PluginHost.Strategies;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Loading;

public sealed class PriorityWorkerPoolTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly ManualTime _time = new();
    private readonly ManualResetEventSlim _gate = new();
    private readonly ConcurrentQueue<string> _discarded = new();
    private PriorityWorkerPool? _pool;

    public void Dispose()
    {
        _gate.Set();
        _pool?.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task WorkAnswersWithWhatItMakes()
    {
        Start(workers: 1, queue: 1);
        (await Run("a")).ShouldBe("a");
        _discarded.ShouldBeEmpty();
    }

    [Fact]
    public async Task WorkThatThrowsFailsItsTaskAndNotTheThread()
    {
        Start(workers: 1, queue: 1);
        await Should.ThrowAsync<InvalidDataException>(Run(() => throw new InvalidDataException()));
        (await Run("next")).ShouldBe("next");
    }

    [Fact]
    public async Task TheMostUrgentRunsFirstAndEqualsInOrder()
    {
        Start(workers: 1, queue: 10);
        var order = new ConcurrentQueue<string>();
        var first = RunBlocking();
        Task[] rest =
        [
            Run(() => Note("low", order), LoadPriority.Low),
            Run(() => Note("normal 1", order)),
            Run(() => Note("high", order), LoadPriority.High),
            Run(() => Note("normal 2", order)),
        ];
        _gate.Set();
        await first;
        await Task.WhenAll(rest);
        order.ShouldBe(["high", "normal 1", "normal 2", "low"]);
    }

    [Fact]
    public async Task NoMoreThanTheWorkersRunAtOnce()
    {
        Start(workers: 2, queue: 10);
        int running = 0;
        var all = Enumerable.Range(0, 5).Select(_ => Run(() =>
        {
            int now = Interlocked.Increment(ref running);
            _gate.Wait();
            Interlocked.Decrement(ref running);
            return now > 2 ? throw new InvalidOperationException($"{now} at once") : "";
        })).ToArray();
        await Eventually.ShouldBeTrueAsync(() => Volatile.Read(ref running) == 2);
        _pool!.Waiting.ShouldBe(3);
        _gate.Set();
        await Task.WhenAll(all);
    }

    [Fact]
    public async Task AFullQueueTurnsWorkAway()
    {
        Start(workers: 1, queue: 1);
        var running = RunBlocking();
        var waiting = Run("waiting");
        _pool!.TryRun(() => "", Discard, LoadPriority.High, Long, CancellationToken.None, out var task).ShouldBeFalse();
        task.ShouldBeNull();
        _gate.Set();
        (await waiting).ShouldBe("waiting");
        await running;
    }

    [Fact]
    public async Task WorkThatIsTooSlowTimesOutAndIsDiscardedWhenItEnds()
    {
        Start(workers: 1, queue: 1);
        var slow = RunBlocking(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(4.9));
        slow.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Should.ThrowAsync<TimeoutException>(slow);
        _discarded.ShouldBeEmpty();
        _gate.Set();
        await Eventually.ShouldBeTrueAsync(() => _discarded.SequenceEqual(["blocking"]));
    }

    [Fact]
    public async Task TheTimeOfWorkThatWaitsRunsToo()
    {
        Start(workers: 1, queue: 1);
        var running = RunBlocking();
        bool hasRun = false;
        var waiting = Run(() => Note(hasRun = true), timeout: TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<TimeoutException>(waiting);
        await AssertPlaceIsFreeAsync(running);
        hasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task CancelledWorkIsDiscardedWhenItEnds()
    {
        Start(workers: 1, queue: 1);
        using var cancellation = new CancellationTokenSource();
        var running = RunBlocking(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(running)).CancellationToken.ShouldBe(cancellation.Token);
        _gate.Set();
        await Eventually.ShouldBeTrueAsync(() => _discarded.SequenceEqual(["blocking"]));
    }

    [Fact]
    public async Task WorkThatIsCancelledWhileItWaitsNeverRuns()
    {
        Start(workers: 1, queue: 1);
        using var cancellation = new CancellationTokenSource();
        var running = RunBlocking();
        bool hasRun = false;
        var waiting = Run(() => Note(hasRun = true), cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await AssertPlaceIsFreeAsync(running);
        hasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task WorkThatIsCancelledBeforeNeverRuns()
    {
        Start(workers: 1, queue: 1);
        var running = RunBlocking();
        bool hasRun = false;
        await Should.ThrowAsync<OperationCanceledException>(
            Run(() => Note(hasRun = true), cancellationToken: new CancellationToken(canceled: true)));
        await AssertPlaceIsFreeAsync(running);
        hasRun.ShouldBeFalse();
    }

    [Fact]
    public async Task ClosingCancelsWhatWaitsAndRefusesWhatComes()
    {
        Start(workers: 1, queue: 1);
        var running = RunBlocking();
        var waiting = Run("waiting");
        _pool!.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await Should.ThrowAsync<ObjectDisposedException>(() => Run("late"));
        _gate.Set();
        (await running).ShouldBe("blocking");
    }

    [Fact]
    public async Task ManyCallersWithShortTimeoutsLoseNothing()
    {
        var options = new PoolOptions { Workers = 3, QueueLength = 1000 };
        using var pool = new PriorityWorkerPool(options, TimeProvider.System);
        int made = 0;
        int discarded = 0;
        var tasks = Enumerable.Range(0, 500).Select(index =>
        {
            pool.TryRun(
                () =>
                {
                    Thread.SpinWait(index * 20);
                    return Interlocked.Increment(ref made);
                },
                _ => Interlocked.Increment(ref discarded),
                (LoadPriority)(index % 3),
                TimeSpan.FromMilliseconds(1 + (index % 5)),
                CancellationToken.None,
                out var task).ShouldBeTrue();
            return task!;
        }).ToArray();
        int answered = 0;
        foreach (var task in tasks)
        {
            try
            {
                await task;
                answered++;
            }
            catch (TimeoutException)
            {
                // Its work never ran, or was discarded.
            }
        }

        await Eventually.ShouldBeTrueAsync(() => answered + Volatile.Read(ref discarded) == Volatile.Read(ref made));
        await Eventually.ShouldBeTrueAsync(() => pool.Waiting == 0);
    }

    private void Start(int workers, int queue) =>
        _pool = new PriorityWorkerPool(new PoolOptions { Workers = workers, QueueLength = queue }, _time);

    /// <summary>Runs work that occupies a thread until the gate opens, and waits until it has begun.</summary>
    private Task<string> RunBlocking(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using var began = new ManualResetEventSlim();
        var task = Run(
            () =>
            {
                began.Set();
                _gate.Wait(CancellationToken.None);
                return "blocking";
            },
            timeout: timeout,
            cancellationToken: cancellationToken);
        began.Wait(Eventually.Patience, CancellationToken.None).ShouldBeTrue();
        return task;
    }

    private Task<string> Run(string answer) => Run(() => answer);

    private Task<string> Run(
        Func<string> work,
        LoadPriority priority = LoadPriority.Normal,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        _pool!.TryRun(work, Discard, priority, timeout ?? Long, cancellationToken, out var task).ShouldBeTrue();
        return task!;
    }

    private async Task AssertPlaceIsFreeAsync(Task running)
    {
        await Eventually.ShouldBeTrueAsync(() => _pool!.Waiting == 0);
        var next = Run("next");
        _gate.Set();
        await running;
        (await next).ShouldBe("next");
    }

    private void Discard(string late) => _discarded.Enqueue(late);

    private static string Note(string text, ConcurrentQueue<string> order)
    {
        order.Enqueue(text);
        return text;
    }

    private static string Note(bool hasRun) => hasRun ? "has run" : "";
}
