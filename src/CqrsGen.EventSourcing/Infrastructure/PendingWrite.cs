using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>A write that waits for its turn in a <see cref="GroupCommit{TWrite}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PendingWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private int _state;

    private protected PendingWrite()
    {
    }

    /// <summary>Ends the write with a failure.</summary>
    /// <param name="exception">What went wrong.</param>
    public abstract void Fail(Exception exception);

    /// <summary>Tells the caller what was settled by <c>Settle</c>, once it is durable.</summary>
    public abstract void Complete();

    /// <summary>Takes it for good; false when its caller has given up.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Gives it up; false when it is being written already.</summary>
    private protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;
}
