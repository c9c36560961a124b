using System.ComponentModel;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>The limit of one dispatch, between the hooks of <see cref="TimeoutMiddleware"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeoutState
{
    private readonly CancellationToken _caller;

    internal TimeoutState(Deadline? deadline, CancellationToken caller)
    {
        Deadline = deadline;
        _caller = caller;
    }

    /// <summary>What the handler receives: cancelled by the limit and by the caller.</summary>
    public CancellationToken Token => Deadline?.Token ?? _caller;

    /// <summary>Null for a message without limit.</summary>
    internal Deadline? Deadline { get; }

    /// <summary>
    /// Generated code says that something may still have the token when the message has ended, so that no other message
    /// gets it: the handler did not complete at once, or its result may be anything.
    /// </summary>
    public void KeepToken()
    {
        if (Deadline is not null)
        {
            Deadline.IsTokenKept = true;
        }
    }

    /// <summary>What the caller sees of a cancellation: a timeout, or a cancellation of its own token.</summary>
    internal Exception Translate(OperationCanceledException exception)
    {
        if (Deadline is null)
        {
            return exception;
        }

        if (Deadline.HasExpired)
        {
            return new MessageTimeoutException(
                Deadline.Message!,
                Deadline.Limit,
                Deadline.CallbackFailure is { } failure ? new AggregateException(exception, failure) : exception);
        }

        return Deadline.IsCancelledByCaller && exception.CancellationToken != _caller
            ? new OperationCanceledException(exception.Message, exception, _caller)
            : exception;
    }
}
