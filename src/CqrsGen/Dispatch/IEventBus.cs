namespace CqrsGen;

/// <summary>
/// Publishes events to their handlers in this process, at most once. Safe for concurrent use; scopes as with
/// <see cref="ICommandBus"/>.
/// </summary>
public interface IEventBus
{
    /// <summary>Publishes an event to every handler; none is no error.</summary>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    /// <exception cref="ArgumentNullException"><paramref name="event"/> is null.</exception>
    ValueTask PublishAsync(IEvent @event, CancellationToken cancellationToken = default);

    /// <summary>Publishes a struct event without boxing it.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    ValueTask PublishAsync<TEvent>(TEvent @event, CancellationToken cancellationToken = default)
        where TEvent : struct, IEvent;
}
