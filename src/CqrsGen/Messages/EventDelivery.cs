namespace CqrsGen;

/// <summary>How the handlers of one event are run.</summary>
public enum EventDelivery
{
    /// <summary>One after the other, in order; the first failure stops the publication and is thrown.</summary>
    Stop,

    /// <summary>
    /// One after the other, in order; every handler runs. One failure is thrown as it is, several as an
    /// <see cref="AggregateException"/>.
    /// </summary>
    Collect,

    /// <summary>
    /// All at once, each handler in a scope of its own; every handler runs to its end. Failures are thrown as with
    /// <see cref="Collect"/>.
    /// </summary>
    Parallel,
}
