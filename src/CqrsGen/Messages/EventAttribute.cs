namespace CqrsGen;

/// <summary>Marks an event: a message that says what happened. See <see cref="IEvent"/>.</summary>
public sealed class EventAttribute : MessageAttribute
{
    /// <summary>What a publication does when one of its handlers fails.</summary>
    /// <value>Default: <see cref="EventDelivery.Stop"/>.</value>
    public EventDelivery Delivery { get; init; } = EventDelivery.Stop;
}
