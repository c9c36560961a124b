using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>A generated static switch over the queries of one result type.</summary>
/// <typeparam name="TResult">The result type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IQuerySwitch<TResult>
{
    /// <summary>Asks a query by its id.</summary>
    ValueTask<TResult> Query(
        int id, IQuery<TResult> query, Dispatcher dispatcher, CancellationToken cancellationToken);
}
