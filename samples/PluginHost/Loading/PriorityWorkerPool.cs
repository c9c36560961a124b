using System.Diagnostics.CodeAnalysis;
using PluginHost.Strategies;

namespace PluginHost.Loading;

/// <summary>
/// Runs blocking work on a few threads of its own, the most urgent first. The queue is bounded: when it is full, work
/// is turned away at once instead of piling up.
/// </summary>
/// <remarks>
/// Work that blocks in native code cannot be interrupted. When its time is up, or its caller gives up, the caller is
/// answered at once; the thread stays busy until the work returns, and what it returns then is discarded. Threads are
/// started when they are needed, and do not keep the process alive.
/// </remarks>
internal sealed class PriorityWorkerPool : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(250);

    private readonly object _gate = new();
    private readonly PriorityQueue<WorkItem, (int Urgency, long Sequence)> _waiting = new();
    private readonly List<Thread> _workers = [];
    private readonly PoolOptions _options;
    private readonly TimeProvider _time;
    private long _sequence;
    private int _idle;
    private bool _closed;

    /// <summary>Makes a pool; no thread is started yet.</summary>
    public PriorityWorkerPool(PoolOptions options, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueLength, 1, nameof(options));
        _options = options;
        _time = time;
    }

    /// <summary>How many items wait for a thread.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Queues work.</summary>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="work">The work; it may block.</param>
    /// <param name="discard">Takes back what the work made when nobody waits for it any more; must not throw.</param>
    /// <param name="priority">Its place in the queue; equals run in the order in which they came.</param>
    /// <param name="timeout">The time from now on, waiting included, after which the task fails.</param>
    /// <param name="cancellationToken">Gives the work up.</param>
    /// <param name="result">
    /// What the work makes. Fails as the work does, with <see cref="TimeoutException"/>, or is cancelled.
    /// </param>
    /// <returns>False when the queue is full.</returns>
    /// <exception cref="ObjectDisposedException">The pool is closed.</exception>
    public bool TryRun<T>(
        Func<T> work,
        Action<T> discard,
        LoadPriority priority,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<T>? result)
    {
        var item = new WorkItem<T>(work, discard);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_waiting.Count >= _options.QueueLength)
            {
                result = null;
                return false;
            }

            _waiting.Enqueue(item, (-(int)priority, _sequence++));
            StartWorkerIfNeeded();
            Monitor.Pulse(_gate);
        }

        item.GiveUpAfter(timeout, _time, Remove, cancellationToken);
        result = item.Result;
        return true;
    }

    /// <summary>
    /// Turns everything away that waits, and lets the threads end. Work that runs goes on, and still answers.
    /// </summary>
    public void Dispose()
    {
        var turnedAway = new List<WorkItem>();
        lock (_gate)
        {
            _closed = true;
            while (_waiting.TryDequeue(out var item, out _))
            {
                turnedAway.Add(item);
            }

            Monitor.PulseAll(_gate);
        }

        foreach (var item in turnedAway)
        {
            item.Cancel();
        }

        long start = _time.GetTimestamp();
        foreach (var worker in _workers)
        {
            var left = Farewell - _time.GetElapsedTime(start);
            worker.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private void StartWorkerIfNeeded()
    {
        if (_idle < _waiting.Count && _workers.Count < _options.Workers)
        {
            var worker = new Thread(Work) { Name = $"plug-in loader {_workers.Count + 1}", IsBackground = true };
            _workers.Add(worker);
            worker.UnsafeStart();
        }
    }

    private void Work()
    {
        while (TryTake(out var item))
        {
            item.Run();
        }
    }

    private bool TryTake([NotNullWhen(true)] out WorkItem? item)
    {
        lock (_gate)
        {
            while (!_waiting.TryDequeue(out item, out _))
            {
                if (_closed)
                {
                    return false;
                }

                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }

            return true;
        }
    }

    private void Remove(WorkItem item)
    {
        lock (_gate)
        {
            _waiting.Remove(item, out _, out _);
        }
    }
}
