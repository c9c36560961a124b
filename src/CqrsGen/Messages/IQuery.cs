using System.ComponentModel;

namespace CqrsGen;

/// <summary>A message that reads state and changes nothing.</summary>
/// <typeparam name="TResult">What the handler returns; null stands for "absent", a fault is thrown.</typeparam>
public interface IQuery<TResult>
{
    /// <summary>Routes the query to its pipeline. Generated on partial messages; never call it yourself.</summary>
    /// <param name="dispatcher">The dispatcher of the current scope.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask<TResult> Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.QueryByType(this, cancellationToken);
}
