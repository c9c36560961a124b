using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>The modules of one container, with the options and singletons that they share. One per container.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Composition : IDisposable, IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly OwnedInstances _owned = new();
    private readonly ConcurrentDictionary<Type, object> _shared = [];
    private readonly SingletonsInMaking _making = new();
    private TypeMap? _types;
    private ValidatorMap? _validators;
    private Deadlines? _deadlines;
    private RootScope? _rootScope;
    private int _makers;

    internal Composition(IServiceProvider services, CompositionPlan plan, CqrsGenOptions options)
    {
        Services = services;
        Options = options;
        Time = services.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;
        MessageContexts = new MessageContexts(
            Time, services.GetService(typeof(IIdGenerator)) as IIdGenerator ?? new VersionSevenIdGenerator(Time));
        Replacements = plan.Replacements;
        Tables = plan.CreateTables(this);
        Root = new Dispatcher(this, services, isRoot: true);
    }

    /// <summary>The services of the root.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The options of the container.</summary>
    public CqrsGenOptions Options { get; }

    /// <summary>The dispatcher of the root.</summary>
    public Dispatcher Root { get; }

    /// <summary>The contexts of the container's messages.</summary>
    public IMessageContextAccessor Contexts => MessageContexts;

    internal MessageContexts MessageContexts { get; }

    internal TimeProvider Time { get; }

    /// <summary>Made outside of every lock, since it asks the container; a second one would know the same.</summary>
    internal RootScope RootScope => _rootScope ??= new RootScope(this);

    internal Deadlines Deadlines => _deadlines ?? MakeDeadlines();

    internal bool IsDisposed { get; private set; }

    internal Routes?[] Tables { get; }

    internal TypeMap Types => _types ?? MakeTypes();

    internal ValidatorMap Validators => _validators ?? MakeValidators();

    internal IReadOnlyDictionary<Type, Func<IServiceProvider, object>> Replacements { get; }

    /// <summary>Makes a singleton at its first use, once even under concurrency; the container disposes it.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="field">Where the generated code keeps it.</param>
    /// <param name="create">Makes the instance.</param>
    /// <remarks>
    /// Nothing here is generic but the line that is inlined: a native program would hold the types, delegates and
    /// dictionaries of it for every handler.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Singleton<T>(ref T? field, Func<Dispatcher, object> create)
        where T : class =>
        Unsafe.As<T>(Singleton(typeof(T), ref Unsafe.As<T?, object?>(ref field), create));

    /// <summary>One instance of a middleware for all modules of the container.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="create">Makes the instance at its first use.</param>
    public T Shared<T>(Func<Dispatcher, object> create)
        where T : class => (T)Shared(typeof(T), create);

    /// <summary>The replacement of a handler in this container, or null. Replacements are for tests.</summary>
    /// <typeparam name="THandler">
    /// The handler's interface, or <see cref="ReplacedEventHandler{THandler, TEvent}"/>.
    /// </typeparam>
    /// <param name="services">The services of the scope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public object? Replacement<THandler>(IServiceProvider services) => Replacement(typeof(THandler), services);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        return _owned.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _owned.Dispose();
    }

    internal OwnScope OpenScope()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new OwnScope(Services.CreateAsyncScope());
    }

    /// <summary>Names what is wrong with the composition: services that handlers need and nobody registered.</summary>
    internal void Check(List<string> problems)
    {
        if (Services.GetService(typeof(IServiceProviderIsService)) is not IServiceProviderIsService isService)
        {
            return; // A container that cannot tell; a missing service shows at its first use.
        }

        var check = new DependencyCheck(isService, problems);
        foreach (var table in Tables)
        {
            table?.AddDependencies(check);
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            IsDisposed = true;
            while (_makers > 0)
            {
                Monitor.Wait(_gate); // A singleton that is being made is made before the end, to be disposed too.
            }

            Array.Clear(Tables);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object? Replacement(Type handler, IServiceProvider services) =>
        Replacements.TryGetValue(handler, out var create) ? create(services) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object Singleton(Type type, ref object? field, Func<Dispatcher, object> create)
    {
        if (Replacements.Count > 0)
        {
            // What stands in its field is called without a look for replacements, for every message of its class.
            return Shared(type, create);
        }

        object gate = _making.Enter(type);
        try
        {
            if (field is null)
            {
                Volatile.Write(ref field, Make(type, create));
            }

            return field;
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    private object Shared(Type type, Func<Dispatcher, object> create)
    {
        object gate = _making.Enter(type);
        try
        {
            if (!_shared.TryGetValue(type, out object? instance))
            {
                instance = Make(type, create);
                _shared[type] = instance;
            }

            return instance;
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    /// <summary>Makes an instance outside of the lock: its constructor may wait for others to be made.</summary>
    private object Make(Type type, Func<Dispatcher, object> create)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            _makers++;
        }

        try
        {
            object instance = _making.Make(type, create, Root);
            lock (_gate)
            {
                _owned.Add(instance, Services);
            }

            return instance;
        }
        finally
        {
            lock (_gate)
            {
                _makers--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Deadlines MakeDeadlines()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            if (_deadlines is null)
            {
                var deadlines = new Deadlines(Time);
                _owned.Add(deadlines);
                Volatile.Write(ref _deadlines, deadlines);
            }

            return _deadlines;
        }
    }

    private ValidatorMap MakeValidators()
    {
        lock (_gate)
        {
            return _validators ??= new ValidatorMap(Tables);
        }
    }

    private TypeMap MakeTypes()
    {
        lock (_gate)
        {
            return _types ??= new TypeMap(Tables);
        }
    }
}
