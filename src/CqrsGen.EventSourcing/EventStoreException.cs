namespace CqrsGen.EventSourcing;

/// <summary>The store does not answer, or is not what it should be.</summary>
public sealed class EventStoreException : CqrsException
{
    private EventStoreException(Error error)
        : base(error)
    {
    }

    /// <summary>The store does not answer now; to try again may help.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="cause">What the driver threw.</param>
    public static EventStoreException Unavailable(string message, Exception? cause = null) =>
        new(Error.Unavailable("event_store.unavailable", message) with { Cause = cause });

    /// <summary>The store's data cannot be used as they are: damaged, of a newer version, or another's.</summary>
    /// <inheritdoc cref="Unavailable"/>
    public static EventStoreException Unusable(string message, Exception? cause = null) =>
        new(Error.Unexpected("event_store.unusable", message) with { Cause = cause });
}
