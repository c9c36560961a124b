using System.ComponentModel;

namespace CqrsGen;

/// <summary>A query whose answer is a stream of items, read as they come.</summary>
/// <typeparam name="TItem">The items of the stream.</typeparam>
public interface IStreamQuery<TItem>
{
    /// <summary>Routes the query to its pipeline. Generated on partial messages; never call it yourself.</summary>
    /// <param name="dispatcher">The dispatcher of the current scope.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    IAsyncEnumerable<TItem> Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.StreamByType(this, cancellationToken);
}
