namespace CqrsGen;

/// <summary>Handles a command that answers with nothing. There is one handler per command.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
public interface ICommandHandler<in TCommand>
    where TCommand : ICommand
{
    /// <summary>Handles the command.</summary>
    /// <param name="command">The command; never null.</param>
    /// <param name="cancellationToken">
    /// Cancels the command; also signalled by its timeout. It is valid until the returned task completes, and may then
    /// be used for other messages: do not keep it for work that goes on longer.
    /// </param>
    ValueTask HandleAsync(TCommand command, CancellationToken cancellationToken);
}
