namespace CqrsGen;

/// <summary>Answers a query. There is one handler per query.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TResult">Its answer.</typeparam>
public interface IQueryHandler<in TQuery, TResult>
    where TQuery : IQuery<TResult>
{
    /// <summary>Answers the query.</summary>
    /// <param name="query">The query; never null.</param>
    /// <param name="cancellationToken">
    /// Cancels the query; also signalled by its timeout. It is valid until the returned task completes, and may then be
    /// used for other messages: do not keep it for work that goes on longer.
    /// </param>
    ValueTask<TResult> HandleAsync(TQuery query, CancellationToken cancellationToken);
}
