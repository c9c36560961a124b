using System.ComponentModel;

namespace CqrsGen;

/// <summary>A message that says what happened. Any number of handlers may listen.</summary>
public interface IEvent
{
    /// <summary>Routes the event to its handlers. Generated on partial messages; never call it yourself.</summary>
    /// <param name="dispatcher">The dispatcher of the current scope.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.PublishByType(this, cancellationToken);
}
