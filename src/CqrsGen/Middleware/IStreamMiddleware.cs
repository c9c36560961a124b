namespace CqrsGen;

/// <summary>Around middleware for stream queries.</summary>
/// <typeparam name="TMessage">The query.</typeparam>
/// <typeparam name="TItem">The items of its answer.</typeparam>
public interface IStreamMiddleware<TMessage, TItem>
{
    /// <summary>Runs around the stream.</summary>
    /// <typeparam name="TNext">The rest of the pipeline, a generated struct.</typeparam>
    /// <param name="message">The query.</param>
    /// <param name="next">Opens the rest of the stream.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<TItem> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, IStreamNext<TMessage, TItem>;
}
