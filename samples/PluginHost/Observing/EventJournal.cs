using CqrsGen;

namespace PluginHost.Observing;

/// <summary>Remembers the latest events, of every module. Safe for concurrent use.</summary>
[Singleton]
internal sealed class EventJournal(TimeProvider time)
{
    private const int Capacity = 1000;

    private readonly Queue<(DateTimeOffset At, IEvent Event)> _entries = new();

    /// <summary>The events, oldest first, with the time at which they came.</summary>
    public IReadOnlyList<(DateTimeOffset At, IEvent Event)> Entries
    {
        get
        {
            lock (_entries)
            {
                return _entries.ToArray();
            }
        }
    }

    /// <summary>Remembers an event; the oldest is forgotten when there are too many.</summary>
    public void Add(IEvent @event)
    {
        lock (_entries)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue((time.GetUtcNow(), @event));
        }
    }
}
