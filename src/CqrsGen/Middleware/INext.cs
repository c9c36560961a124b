namespace CqrsGen;

/// <summary>The rest of a pipeline, seen from an around middleware. Implemented by generated structs.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
public interface INext<TMessage, TResult>
{
    /// <summary>What the generator knows of the message.</summary>
    MessageInfo Message { get; }

    /// <summary>Runs the rest of the pipeline in the current scope.</summary>
    /// <param name="message">The message, or a changed copy.</param>
    /// <param name="cancellationToken">The token for the rest.</param>
    ValueTask<TResult> InvokeAsync(TMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the rest of the pipeline in a fresh scope, which is disposed with the result: one attempt of a retry.
    /// </summary>
    /// <param name="message">The message, or a changed copy.</param>
    /// <param name="cancellationToken">The token for the rest.</param>
    ValueTask<TResult> InvokeInNewScopeAsync(TMessage message, CancellationToken cancellationToken);
}
