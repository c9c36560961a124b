using CqrsGen;

namespace AotApp.Shop;

[Handler(Order = 9)]
internal sealed class JournalOfAllEvents(Journal journal) : IEventHandler<IEvent>
{
    public ValueTask HandleAsync(IEvent @event, CancellationToken cancellationToken)
    {
        journal.Write($"event {@event.GetType().Name}");
        return default;
    }
}
