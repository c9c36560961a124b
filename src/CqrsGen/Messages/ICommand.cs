using System.ComponentModel;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>A message that changes state and answers with nothing.</summary>
/// <remarks>
/// It is an <see cref="ICommand{TResult}"/> of <see cref="Unit"/>, so middleware treats both alike.
/// </remarks>
public interface ICommand : ICommand<Unit>
{
    /// <summary>Routes the command to its pipeline. Generated on partial messages; never call it yourself.</summary>
    /// <param name="dispatcher">The dispatcher of the current scope.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    new ValueTask Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        dispatcher.SendByType(this, cancellationToken);

    ValueTask<Unit> ICommand<Unit>.Accept(Dispatcher dispatcher, CancellationToken cancellationToken) =>
        UnitTask.From(Accept(dispatcher, cancellationToken));
}
