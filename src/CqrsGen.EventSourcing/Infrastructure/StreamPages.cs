using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>Reads a stream page by page, so that no cursor stays open while somebody handles an event.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StreamPages
{
    private const int PageSize = 500;

    /// <summary>Reads what a query asks for.</summary>
    /// <param name="query">The stream, and what of it.</param>
    /// <param name="readPage">
    /// Reads the events between two versions, both included, in the query's direction: no more than a number of them.
    /// </param>
    /// <param name="cancellationToken">Cancels between two pages.</param>
    public static async IAsyncEnumerable<StoredEvent> ReadAsync(
        StreamQuery query,
        Func<long, long, int, ValueTask<List<StoredEvent>>> readPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(readPage);
        long from = query.FromVersion;
        long to = query.ToVersion;
        List<StoredEvent> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = await readPage(from, to, PageSize).ConfigureAwait(false);
            foreach (var @event in page)
            {
                yield return @event;
            }

            if (page.Count > 0 && query.Direction == ReadDirection.Forwards)
            {
                from = page[^1].Version + 1;
            }
            else if (page.Count > 0)
            {
                to = page[^1].Version - 1;
            }
        }
        while (page.Count == PageSize);
    }
}
