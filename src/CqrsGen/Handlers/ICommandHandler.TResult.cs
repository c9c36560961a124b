namespace CqrsGen;

/// <summary>Handles a command that answers with a result. There is one handler per command.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
public interface ICommandHandler<in TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    /// <summary>Handles the command.</summary>
    /// <param name="command">The command; never null.</param>
    /// <param name="cancellationToken">
    /// Cancels the command; also signalled by its timeout. It is valid until the returned task completes, and may then
    /// be used for other messages: do not keep it for work that goes on longer.
    /// </param>
    ValueTask<TResult> HandleAsync(TCommand command, CancellationToken cancellationToken);
}
