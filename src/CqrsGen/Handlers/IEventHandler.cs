namespace CqrsGen;

/// <summary>Listens to an event, or to every event of a base type or interface.</summary>
/// <typeparam name="TEvent">The event, one of its base types, or an interface that it implements.</typeparam>
public interface IEventHandler<in TEvent>
{
    /// <summary>Handles the event.</summary>
    /// <param name="event">The event; never null.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    ValueTask HandleAsync(TEvent @event, CancellationToken cancellationToken);
}
