using System.ComponentModel;
using System.Runtime.CompilerServices;
using CqrsGen.Infrastructure;

namespace CqrsGen;

public sealed partial class Dispatcher
{
    /// <summary>The context of the current message.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MessageContext Context => Composition.MessageContexts.CurrentOrNew;

    /// <summary>Opens a scope of its own; dispose it asynchronously.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OwnScope OpenScope() => Composition.OpenScope();

    /// <summary>Sends a command in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask<TResult> SendInScope<TResult>(
        ICommand<TResult> command, CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            return await command.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends a command without result in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask SendInScope(ICommand command, CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            await command.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Asks a query in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask<TResult> QueryInScope<TResult>(
        IQuery<TResult> query, CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            return await query.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Asks a stream query in a scope that lives until the enumeration is disposed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async IAsyncEnumerable<TItem> StreamInScope<TItem>(
        IStreamQuery<TItem> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            var items = query.Accept(scope.Dispatcher, cancellationToken);
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Publishes an event in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask PublishInScope(IEvent @event, CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            await @event.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs the rest of a pipeline in a scope of its own.</summary>
    /// <param name="message">The message.</param>
    /// <param name="next">Runs the rest with the scope's dispatcher.</param>
    /// <param name="cancellationToken">Cancels the message.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask<TResult> InNewScope<TMessage, TResult>(
        TMessage message,
        Func<Dispatcher, TMessage, CancellationToken, ValueTask<TResult>> next,
        CancellationToken cancellationToken)
    {
        var scope = OpenScope();
        try
        {
            return await next(scope.Dispatcher, message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs the handlers of an event at once, each in a scope of its own.</summary>
    /// <param name="routes">The routes that know the handlers.</param>
    /// <param name="event">The event.</param>
    /// <param name="count">How many handlers there are.</param>
    /// <param name="handle">Calls the handler of an index.</param>
    /// <param name="cancellationToken">Cancels the publication.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask PublishInParallel<TRoutes, TEvent>(
        TRoutes routes,
        TEvent @event,
        int count,
        Func<TRoutes, int, TEvent, Dispatcher, CancellationToken, ValueTask> handle,
        CancellationToken cancellationToken)
    {
        var running = new Task<Exception?>[count];
        for (int index = 0; index < count; index++)
        {
            running[index] = HandleInOwnScope(index);
        }

        Failures.Throw(await Task.WhenAll(running).ConfigureAwait(false));

        async Task<Exception?> HandleInOwnScope(int index)
        {
            // To the thread pool, so that handlers which complete synchronously do not run one after the other.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            try
            {
                await HandleInScope(OpenScope(), index).ConfigureAwait(false);
                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        async ValueTask HandleInScope(OwnScope scope, int index)
        {
            try
            {
                await handle(routes, index, @event, scope.Dispatcher, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await scope.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
