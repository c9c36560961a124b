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
        await using var scope = OpenScope();
        return await command.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a command without result in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask SendInScope(ICommand command, CancellationToken cancellationToken)
    {
        await using var scope = OpenScope();
        await command.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks a query in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask<TResult> QueryInScope<TResult>(
        IQuery<TResult> query, CancellationToken cancellationToken)
    {
        await using var scope = OpenScope();
        return await query.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks a stream query in a scope that lives until the enumeration is disposed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async IAsyncEnumerable<TItem> StreamInScope<TItem>(
        IStreamQuery<TItem> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = OpenScope();
        var items = query.Accept(scope.Dispatcher, cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>Publishes an event in a scope of its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async ValueTask PublishInScope(IEvent @event, CancellationToken cancellationToken)
    {
        await using var scope = OpenScope();
        await @event.Accept(scope.Dispatcher, cancellationToken).ConfigureAwait(false);
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
            await Task.Yield(); // So that handlers which complete synchronously do not run one after the other.
            try
            {
                await using var scope = OpenScope();
                await handle(routes, index, @event, scope.Dispatcher, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }
    }

    /// <summary>The scope's instance of a handler or middleware; null before its first use.</summary>
    /// <typeparam name="T">The class; the type is compared exactly.</typeparam>
    /// <param name="slot">Any constant number that spreads the classes of an assembly.</param>
    /// <remarks>
    /// A small hash table of what this scope has used, so that nothing grows with the number of handlers. Read without
    /// a lock: entries are references and are only ever added.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? FindScoped<T>(int slot)
        where T : class
    {
        var entries = _scoped;
        var entry = entries[slot & (entries.Length - 1)];
        return entry is not null && entry.GetType() == typeof(T) ? Unsafe.As<T>(entry) : ProbeScoped<T>(slot + 1);
    }

    /// <summary>Makes the scope's instance at its first use, once even under concurrency.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="slot">The number that <see cref="FindScoped"/> is asked with.</param>
    /// <param name="create">Makes the instance.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T AddScoped<T>(int slot, Func<Dispatcher, T> create)
        where T : class
    {
        lock (_gate)
        {
            if (ProbeScoped<T>(slot) is { } existing)
            {
                return existing;
            }

            var instance = create(this);
            _owned.Add(instance);
            Insert(slot, instance);
            return instance;
        }
    }

    /// <summary>Ends the scope: disposes what was made in it, last made first.</summary>
    internal async ValueTask DisposeAsync()
    {
        _tables = [];
        await _owned.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the scope synchronously.</summary>
    internal void Dispose()
    {
        _tables = [];
        _owned.Dispose();
    }

    private void Insert(int slot, object instance)
    {
        var entries = _scoped;
        for (int probe = 0; probe < entries.Length; probe++)
        {
            ref var entry = ref entries[(slot + probe) & (entries.Length - 1)];
            if (entry is null)
            {
                Volatile.Write(ref entry, instance);
                return;
            }
        }

        var larger = new object?[entries.Length * 2];
        entries.CopyTo(larger, 0); // Where an entry stands only matters for speed: a probe looks at all of them.
        Volatile.Write(ref larger[entries.Length], instance);
        Volatile.Write(ref _scoped, larger);
    }

    private T? ProbeScoped<T>(int slot)
        where T : class
    {
        var entries = _scoped;
        for (int probe = 0; probe < entries.Length; probe++)
        {
            var entry = Volatile.Read(ref entries[(slot + probe) & (entries.Length - 1)]);
            if (entry is not null && entry.GetType() == typeof(T))
            {
                return Unsafe.As<T>(entry);
            }
        }

        return null;
    }
}
