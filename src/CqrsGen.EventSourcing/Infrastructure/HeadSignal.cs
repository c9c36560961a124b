using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>Wakes those who wait for events of this process. Safe for concurrent use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HeadSignal
{
    private readonly object _lock = new();
    private TaskCompletionSource _next = NewSource();
    private long _head;

    /// <summary>The last position that was told.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>Tells that everything up to a position is readable.</summary>
    /// <param name="head">The position; one that is no further than the last one wakes nobody.</param>
    public void Advance(long head)
    {
        TaskCompletionSource woken;
        lock (_lock)
        {
            if (head <= _head)
            {
                return;
            }

            Volatile.Write(ref _head, head);
            woken = _next;
            _next = NewSource();
        }

        woken.TrySetResult();
    }

    /// <summary>Completes when the head is told to be behind a position.</summary>
    /// <param name="position">The position.</param>
    public Task WaitAsync(long position)
    {
        lock (_lock)
        {
            return _head > position ? Task.CompletedTask : _next.Task;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
