using System.ComponentModel;
using CqrsGen.Infrastructure;

namespace CqrsGen;

public sealed partial class Dispatcher
{
    /// <summary>Sends a command whose type has no generated route: foreign, or not partial.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueTask<TResult> SendByType<TResult>(ICommand<TResult> command, CancellationToken cancellationToken)
    {
        var type = command.GetType();
        if (TryFind(type, out var route) && route.Table is ICommandSwitch<TResult> commands)
        {
            return cancellationToken.IsCancellationRequested
                ? ValueTask.FromCanceled<TResult>(cancellationToken)
                : commands.Send(route.Id, command, this, cancellationToken);
        }

        throw HandlerNotFoundException.ForCommand<TResult>(type);
    }

    /// <summary>Sends a command without result whose type has no generated route.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueTask SendByType(ICommand command, CancellationToken cancellationToken)
    {
        var type = command.GetType();
        if (!TryFind(type, out var route))
        {
            throw HandlerNotFoundException.ForCommand<Unit>(type);
        }

        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : route.Table.Send(route.Id, command, this, cancellationToken);
    }

    /// <summary>Asks a query whose type has no generated route.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueTask<TResult> QueryByType<TResult>(IQuery<TResult> query, CancellationToken cancellationToken)
    {
        var type = query.GetType();
        if (TryFind(type, out var route) && route.Table is IQuerySwitch<TResult> queries)
        {
            return cancellationToken.IsCancellationRequested
                ? ValueTask.FromCanceled<TResult>(cancellationToken)
                : queries.Query(route.Id, query, this, cancellationToken);
        }

        throw HandlerNotFoundException.ForQuery<TResult>(type);
    }

    /// <summary>Asks a stream query whose type has no generated route.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<TItem> StreamByType<TItem>(
        IStreamQuery<TItem> query, CancellationToken cancellationToken)
    {
        var type = query.GetType();
        if (TryFind(type, out var route) && route.Table is IStreamSwitch<TItem> streams)
        {
            return streams.Stream(route.Id, query, this, cancellationToken);
        }

        throw HandlerNotFoundException.ForStreamQuery<TItem>(type);
    }

    /// <summary>Publishes an event whose type has no generated route.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueTask PublishByType(IEvent @event, CancellationToken cancellationToken)
    {
        bool isKnown = TryFind(@event.GetType(), out var route);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        return isKnown && route.Type == @event.GetType()
            ? route.Table.Publish(route.Id, @event, this, cancellationToken)
            : PublishUnknown(@event, isKnown ? route : null, cancellationToken);
    }

    private bool TryFind(Type type, out TypeMap.Route route)
    {
        ThrowIfDisposed();
        return Composition.Types.TryFind(type, out route);
    }

    /// <summary>Publishes as its nearest base type, then to those who listen to what only the type itself is.</summary>
    private async ValueTask PublishUnknown(IEvent @event, TypeMap.Route? known, CancellationToken cancellationToken)
    {
        if (known is { } route)
        {
            await route.Table.Publish(route.Id, @event, this, cancellationToken).ConfigureAwait(false);
        }

        foreach (var table in _tables)
        {
            if (table is not null)
            {
                await table.PublishUnknown(@event, known?.Type, this, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
