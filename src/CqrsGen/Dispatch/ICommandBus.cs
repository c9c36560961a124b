namespace CqrsGen;

/// <summary>Sends commands to their one handler. Safe for concurrent use.</summary>
/// <remarks>
/// Taken from a scope, it works in that scope; taken from the root provider (a hosted service, a singleton), each
/// message gets a scope of its own. What fails before it first has to wait may throw from the call itself instead of
/// failing the task: make calls that are awaited together inside an <c>async</c> lambda.
/// </remarks>
public interface ICommandBus
{
    /// <summary>
    /// Sends a command that answers with a result. A struct is boxed once; see the two-argument form.
    /// </summary>
    /// <typeparam name="TResult">The result of the command.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="HandlerNotFoundException">No composed module handles the command.</exception>
    ValueTask<TResult> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default);

    /// <summary>Sends a command that answers with nothing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="HandlerNotFoundException">No composed module handles the command.</exception>
    ValueTask SendAsync(ICommand command, CancellationToken cancellationToken = default);

    /// <summary>Sends a struct command that answers with nothing, without boxing it.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    ValueTask SendAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, ICommand;

    /// <summary>Sends a struct command without boxing it: <c>SendAsync&lt;Move, int&gt;(move)</c>.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <typeparam name="TResult">Its result.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    ValueTask<TResult> SendAsync<TCommand, TResult>(TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, ICommand<TResult>;

    /// <summary>Sends several commands and collects their outcomes in input order.</summary>
    /// <typeparam name="TResult">The result of each command.</typeparam>
    /// <param name="commands">The commands; copied before the first is sent.</param>
    /// <param name="options">
    /// Order, failure policy and degree of parallelism; null for in order, stop at the first failure.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the batch: what runs is cancelled by its token, and what has not run stays
    /// <see cref="BatchItemStatus.NotRun"/>. No cancellation is thrown, neither before the first command nor midway;
    /// ask <see cref="BatchResult{TResult}.ThrowIfFailed"/>.
    /// </param>
    /// <returns>
    /// One outcome for each command, also when some failed or the batch was cancelled. Nothing that a command throws
    /// is thrown: call <see cref="BatchResult{TResult}.ThrowIfFailed"/> where only success will do.
    /// </returns>
    ValueTask<BatchResult<TResult>> SendAllAsync<TResult>(
        IEnumerable<ICommand<TResult>> commands,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);
}
