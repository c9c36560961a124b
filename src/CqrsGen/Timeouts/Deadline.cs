using System.Diagnostics.CodeAnalysis;

namespace CqrsGen.Infrastructure;

/// <summary>The deadline of one dispatch: a cancellation source that is used again when nothing cancelled it.</summary>
/// <remarks>
/// One word says what it is: the time at which it expires, or idle, expired or cancelled. Whoever changes the word from
/// a time decides the outcome: the dispatch that ends, the clock, or the caller's cancellation. So a source whose
/// cancellation has begun never comes back into use.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer or wait handle has nothing to dispose.")]
internal sealed class Deadline
{
    private const long Idle = 0;
    private const long Expired = -1;
    private const long Cancelled = -2;

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private long _state;

    public CancellationToken Token => _source.Token;

    public bool HasExpired => Volatile.Read(ref _state) == Expired;

    public bool IsCancelledByCaller => Volatile.Read(ref _state) == Cancelled;

    public bool IsRunning => Volatile.Read(ref _state) > Idle;

    /// <summary>Where <see cref="Deadlines"/> keeps it.</summary>
    public int Index { get; set; }

    /// <summary>The message that it was started for.</summary>
    public MessageInfo? Message { get; private set; }

    /// <summary>The time that the message may take.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>Whether something may still have its token when its message has ended.</summary>
    public bool IsTokenKept { get; set; }

    /// <summary>What was registered with the token and threw when the limit cancelled it; null for nothing.</summary>
    public AggregateException? CallbackFailure { get; private set; }

    /// <summary>Starts it; a full fence, so that the clock sees it before it decides to rest.</summary>
    public void Start(MessageInfo message, TimeSpan limit, long expiry, CancellationToken caller)
    {
        Message = message;
        Limit = limit;
        Interlocked.Exchange(ref _state, expiry);
        _registration = caller.UnsafeRegister(static state => ((Deadline)state!).CancelByCaller(), this);
    }

    /// <summary>Ends the dispatch.</summary>
    /// <returns>Whether the deadline can be used again.</returns>
    public bool TryEnd()
    {
        // Unregister does not wait for a callback that has begun. Such a one may still want to cancel the deadline,
        // which then must not serve another message.
        bool isFree = _registration.Unregister() || !_registration.Token.CanBeCanceled;
        _registration = default;
        long state = Volatile.Read(ref _state);
        return state > Idle && Interlocked.CompareExchange(ref _state, Idle, state) == state
            && isFree && !IsTokenKept && _source.TryReset();
    }

    /// <summary>Lets it expire if its time has come.</summary>
    /// <returns>Whether it expired now, so that <see cref="CancelExpired"/> is due.</returns>
    public bool TryExpire(long now)
    {
        long state = Volatile.Read(ref _state);
        return state > Idle && state <= now && Interlocked.CompareExchange(ref _state, Expired, state) == state;
    }

    /// <summary>The caller's token was cancelled.</summary>
    public void CancelByCaller()
    {
        long state = Volatile.Read(ref _state);
        if (state > Idle && Interlocked.CompareExchange(ref _state, Cancelled, state) == state)
        {
            _source.Cancel();
        }
    }

    /// <summary>Cancels after expiry: nobody awaits this thread, where an exception would end the process.</summary>
    public void CancelExpired()
    {
        try
        {
            _source.Cancel();
        }
        catch (AggregateException exception)
        {
            CallbackFailure = exception;
        }
    }
}
