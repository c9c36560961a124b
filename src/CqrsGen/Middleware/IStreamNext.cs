namespace CqrsGen;

/// <summary>
/// The rest of a stream's pipeline, seen from an around middleware. Implemented by generated structs.
/// </summary>
/// <typeparam name="TMessage">The query.</typeparam>
/// <typeparam name="TItem">The items of its answer.</typeparam>
public interface IStreamNext<TMessage, TItem>
{
    /// <summary>What the generator knows of the message.</summary>
    MessageInfo Message { get; }

    /// <summary>Opens the rest of the stream.</summary>
    /// <param name="message">The query, or a changed copy.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<TItem> InvokeAsync(TMessage message, CancellationToken cancellationToken);
}
