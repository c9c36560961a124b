using System.Runtime.CompilerServices;

namespace CqrsGen;

/// <content>Sending through the bus interfaces.</content>
/// <remarks>
/// Optimised at once and therefore without a profile: with one, the JIT would guess the message's type, inline its
/// route, and send the task through a copy that stalls for longer than the rest takes. So all of it is tail calls.
/// </remarks>
public sealed partial class Dispatcher
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    ValueTask<TResult> ICommandBus.SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Accept(this, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    ValueTask ICommandBus.SendAsync(ICommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Accept(this, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    ValueTask<TResult> IQueryBus.QueryAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Accept(this, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    ValueTask IEventBus.PublishAsync(IEvent @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event, nameof(@event)); // The expression would say "@event".
        return @event.Accept(this, cancellationToken);
    }
}
