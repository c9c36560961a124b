namespace CqrsGen;

/// <summary>
/// Middleware that stands around the rest of the pipeline: for retry, timeout, caching and whatever decides if, when
/// and how often the rest runs.
/// </summary>
/// <typeparam name="TMessage">The message; constraints on the class select the messages.</typeparam>
/// <typeparam name="TResult">Its result; <see cref="Unit"/> for commands without one and for events.</typeparam>
public interface IMiddleware<TMessage, TResult>
{
    /// <summary>Runs around the rest of the pipeline.</summary>
    /// <typeparam name="TNext">The rest of the pipeline, a generated struct.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="next">Calls the rest; may be called never, once or several times.</param>
    /// <param name="cancellationToken">The token to pass on, or to replace.</param>
    ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>;
}
