namespace CqrsGen;

/// <summary>
/// Asks queries of their one handler. Safe for concurrent use; scopes as with <see cref="ICommandBus"/>.
/// </summary>
public interface IQueryBus
{
    /// <summary>Asks a query. A struct is boxed once; see the two-argument form.</summary>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>
    /// The answer; null where the query says "absent". A fault is thrown, never turned into an empty answer.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="HandlerNotFoundException">No composed module handles the query.</exception>
    ValueTask<TResult> QueryAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default);

    /// <summary>Asks a struct query without boxing it: <c>QueryAsync&lt;GetPrice, decimal&gt;(query)</c>.</summary>
    /// <typeparam name="TQuery">The query.</typeparam>
    /// <typeparam name="TResult">Its answer.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    ValueTask<TResult> QueryAsync<TQuery, TResult>(TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult>;

    /// <summary>
    /// Asks a stream query. Nothing runs before the enumeration starts; its scope lives until it is disposed.
    /// </summary>
    /// <typeparam name="TItem">The items of the answer.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<TItem> StreamAsync<TItem>(
        IStreamQuery<TItem> query, CancellationToken cancellationToken = default);

    /// <summary>Asks several queries and collects their outcomes in input order.</summary>
    /// <typeparam name="TResult">The answer of each query.</typeparam>
    /// <param name="queries">The queries; copied before the first is asked.</param>
    /// <param name="options">
    /// Order, failure policy and degree of parallelism; null for in order, stop at the first failure.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the batch: what runs is cancelled by its token, and what has not run stays
    /// <see cref="BatchItemStatus.NotRun"/>. No cancellation is thrown, neither before the first query nor midway; ask
    /// <see cref="BatchResult{TResult}.ThrowIfFailed"/>.
    /// </param>
    /// <returns>
    /// One outcome for each query, also when some failed or the batch was cancelled. Nothing that a query throws is
    /// thrown: call <see cref="BatchResult{TResult}.ThrowIfFailed"/> where only success will do.
    /// </returns>
    ValueTask<BatchResult<TResult>> QueryAllAsync<TResult>(
        IEnumerable<IQuery<TResult>> queries,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);
}
