namespace CqrsGen;

/// <summary>Answers a stream query. There is one handler per query.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TItem">The items of its answer.</typeparam>
public interface IStreamQueryHandler<in TQuery, out TItem>
    where TQuery : IStreamQuery<TItem>
{
    /// <summary>Answers the query with a stream that is read as its items come.</summary>
    /// <param name="query">The query; never null.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<TItem> HandleAsync(TQuery query, CancellationToken cancellationToken);
}
