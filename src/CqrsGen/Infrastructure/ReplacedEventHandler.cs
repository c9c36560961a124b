using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>Stands for one handling of one event by one class, as the key of its replacement.</summary>
/// <typeparam name="THandler">The class.</typeparam>
/// <typeparam name="TEvent">The event, base type or interface that it handles.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReplacedEventHandler<THandler, TEvent>
{
    private ReplacedEventHandler()
    {
    }
}
