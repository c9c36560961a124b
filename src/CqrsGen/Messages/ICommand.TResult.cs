using System.ComponentModel;

namespace CqrsGen;

/// <summary>A message that changes state and answers with <typeparamref name="TResult"/>, usually an ID.</summary>
/// <typeparam name="TResult">What the handler returns.</typeparam>
/// <remarks>
/// Mark the type with <see cref="CommandAttribute"/> and declare it <c>partial</c>: the generator then gives it a
/// constant-time route to its handler.
/// </remarks>
public interface ICommand<TResult>
{
    /// <summary>Routes the command to its pipeline. Generated on partial messages; never call it yourself.</summary>
    /// <param name="dispatcher">The dispatcher of the current scope.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask<TResult> Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.SendByType(this, cancellationToken);
}
