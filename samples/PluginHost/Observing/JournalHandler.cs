using CqrsGen;

namespace PluginHost.Observing;

/// <summary>Hears every event, since it asks for the interface that all of them have.</summary>
internal sealed class JournalHandler(EventJournal journal) : IEventHandler<IEvent>
{
    public ValueTask HandleAsync(IEvent @event, CancellationToken cancellationToken)
    {
        journal.Add(@event);
        return ValueTask.CompletedTask;
    }
}
