using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>A generated static switch over the stream queries of one item type.</summary>
/// <typeparam name="TItem">The item type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStreamSwitch<TItem>
{
    /// <summary>Asks a stream query by its id.</summary>
    IAsyncEnumerable<TItem> Stream(
        int id, IStreamQuery<TItem> query, Dispatcher dispatcher, CancellationToken cancellationToken);
}
