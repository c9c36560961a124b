using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>A generated static switch over the commands of one result type.</summary>
/// <typeparam name="TResult">The result type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICommandSwitch<TResult>
{
    /// <summary>Sends a command by its id.</summary>
    ValueTask<TResult> Send(
        int id, ICommand<TResult> command, Dispatcher dispatcher, CancellationToken cancellationToken);
}
