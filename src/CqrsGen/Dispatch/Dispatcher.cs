using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// The dispatcher of one scope. Sent through this class, a message whose type is known at the call site costs what a
/// direct call of its handler costs. Safe for concurrent use.
/// </summary>
[DebuggerStepThrough]
[StackTraceHidden]
public sealed partial class Dispatcher : IDispatcher
{
    private Routes?[] _tables;

    internal Dispatcher(Composition composition, IServiceProvider services, bool isRoot)
    {
        Composition = composition;
        Services = services;
        IsRoot = isRoot;
        HasReplacements = composition.Replacements.Count > 0;
        _tables = composition.Tables;
    }

    /// <summary>The container's composition.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Composition Composition { get; }

    /// <summary>The services of the scope.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceProvider Services { get; }

    /// <summary>
    /// Whether this is the root's dispatcher, where each message with scoped parts gets a scope of its own.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsRoot { get; }

    /// <summary>Whether handlers were replaced in this container.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool HasReplacements { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TResult> SendAsync<TResult>(
        ICommand<TResult> command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Accept(this, cancellationToken);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask SendAsync(ICommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Accept(this, cancellationToken);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask SendAsync<TCommand>(TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, ICommand => command.Accept(this, cancellationToken);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TResult> SendAsync<TCommand, TResult>(
        TCommand command, CancellationToken cancellationToken = default)
        where TCommand : struct, ICommand<TResult> => command.Accept(this, cancellationToken);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TResult> QueryAsync<TResult>(
        IQuery<TResult> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Accept(this, cancellationToken);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TResult> QueryAsync<TQuery, TResult>(
        TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult> => query.Accept(this, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TItem> StreamAsync<TItem>(
        IStreamQuery<TItem> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Accept(this, cancellationToken);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask PublishAsync(IEvent @event, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(@event, nameof(@event)); // The expression would say "@event".
        return @event.Accept(this, cancellationToken);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask PublishAsync<TEvent>(TEvent @event, CancellationToken cancellationToken = default)
        where TEvent : struct, IEvent => @event.Accept(this, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchResult<TResult>> SendAllAsync<TResult>(
        IEnumerable<ICommand<TResult>> commands,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Batch.RunAsync(
            this,
            commands,
            static (dispatcher, command, token) => dispatcher.SendAsync(command, token),
            options,
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchResult<TResult>> QueryAllAsync<TResult>(
        IEnumerable<IQuery<TResult>> queries,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Batch.RunAsync(
            this,
            queries,
            static (dispatcher, query, token) => dispatcher.QueryAsync(query, token),
            options,
            cancellationToken);

    /// <summary>The routes of one assembly in this container.</summary>
    /// <typeparam name="TRoutes">The assembly's generated routes.</typeparam>
    /// <param name="ordinal">The assembly's ordinal.</param>
    /// <exception cref="ModuleNotComposedException">The assembly is not part of this container.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TRoutes Routes<TRoutes>(int ordinal)
        where TRoutes : Routes
    {
        var tables = _tables;
        if ((uint)ordinal < (uint)tables.Length && tables[ordinal] is { } routes)
        {
            return Unsafe.As<TRoutes>(routes); // An ordinal belongs to one generated class and its subclasses.
        }

        return Missing<TRoutes>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TRoutes Missing<TRoutes>()
        where TRoutes : Routes
    {
        ThrowIfDisposed();
        throw new ModuleNotComposedException(typeof(TRoutes));
    }

    internal void ThrowIfDisposed() =>
        ObjectDisposedException.ThrowIf(_tables.Length == 0 || Composition.IsDisposed, this);
}
