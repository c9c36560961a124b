using System.Collections.Concurrent;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The deadlines of one container, watched by one timer: starting and ending a deadline is a few interlocked writes,
/// with neither a timer nor an allocation for each message.
/// </summary>
/// <remarks>
/// A timer per message (<see cref="CancellationTokenSource.CancelAfter(TimeSpan)"/>) takes the timer queue's lock twice
/// per message. Here one timer looks at all running deadlines every 20 ms, so a deadline expires up to 40 ms late, and
/// never early. After a second without messages the timer rests.
/// </remarks>
internal sealed class Deadlines : IDisposable
{
    private const int RestAfter = 50;
    private const int MaxIdle = 256;
    private const long ClockResolution = 16; // Of Environment.TickCount64, in milliseconds, where it is coarsest.

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider? _time; // Null for the system's, whose coarse clock costs a third of its fine one.
    private readonly long _start;
    private readonly ConcurrentQueue<Deadline> _idle = [];
    private readonly object _gate = new();
    private readonly List<Deadline> _all = [];
    private readonly ITimer _timer;
    private Deadline? _fast;
    private int _isTicking;
    private int _quietTicks;
    private bool _isDisposed;

    public Deadlines(TimeProvider time)
    {
        _time = ReferenceEquals(time, TimeProvider.System) ? null : time;
        _start = time.GetTimestamp();
        using (ExecutionContext.SuppressFlow()) // The timer belongs to the container, not to who sends first.
        {
            _timer = time.CreateTimer(
                static state => ((Deadlines)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Takes a deadline that expires after the limit.</summary>
    /// <param name="message">The message that it is for.</param>
    /// <param name="limit">How long that may take.</param>
    /// <param name="caller">What cancels it too.</param>
    public Deadline Start(MessageInfo message, TimeSpan limit, CancellationToken caller)
    {
        var deadline = Interlocked.Exchange(ref _fast, null) ?? TakeSlowly();
        long expiry = Now() + (long)Math.Ceiling(limit.TotalMilliseconds) + ClockResolution;
        deadline.Start(message, limit, expiry, caller);
        if (Volatile.Read(ref _isTicking) == 0)
        {
            Wake();
        }

        return deadline;
    }

    /// <summary>Ends a deadline, and keeps it for the next message unless something may still cancel it.</summary>
    public void End(Deadline deadline)
    {
        if (!deadline.TryEnd())
        {
            Drop(deadline);
        }
        else if (Interlocked.CompareExchange(ref _fast, deadline, null) is not null)
        {
            if (_idle.Count < MaxIdle)
            {
                _idle.Enqueue(deadline);
            }
            else
            {
                Drop(deadline);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private Deadline TakeSlowly()
    {
        if (_idle.TryDequeue(out var idle))
        {
            return idle;
        }

        var made = new Deadline();
        lock (_gate)
        {
            made.Index = _all.Count;
            _all.Add(made);
        }

        return made;
    }

    private void Drop(Deadline deadline)
    {
        lock (_gate)
        {
            var last = _all[^1];
            _all[deadline.Index] = last;
            last.Index = deadline.Index;
            _all.RemoveAt(_all.Count - 1);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_isTicking == 0 && !_isDisposed)
            {
                _quietTicks = 0;
                Volatile.Write(ref _isTicking, 1);
                _timer.Change(Interval, Interval);
            }
        }
    }

    private void Tick()
    {
        List<Deadline>? expired = null;
        lock (_gate)
        {
            long now = Now();
            bool isQuiet = true;
            foreach (var deadline in _all)
            {
                isQuiet &= !deadline.IsRunning;
                if (deadline.TryExpire(now))
                {
                    (expired ??= []).Add(deadline);
                }
            }

            _quietTicks = isQuiet ? _quietTicks + 1 : 0;
            if (_quietTicks > RestAfter && !_isDisposed)
            {
                Rest();
            }
        }

        foreach (var deadline in expired ?? [])
        {
            // Each on its own: what a handler registered with its token may take its time.
            ThreadPool.UnsafeQueueUserWorkItem(static expired => expired.CancelExpired(), deadline, preferLocal: false);
        }
    }

    private void Rest()
    {
        Interlocked.Exchange(ref _isTicking, 0);
        if (_all.Exists(static deadline => deadline.IsRunning))
        {
            Volatile.Write(ref _isTicking, 1); // Started in between, by somebody who still saw the timer run.
            return;
        }

        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Milliseconds; never 0, which is no time but a state of <see cref="Deadline"/>.</summary>
    private long Now() =>
        1 + (_time is null ? Environment.TickCount64 : (long)_time.GetElapsedTime(_start).TotalMilliseconds);
}
