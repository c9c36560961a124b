using System.ComponentModel;
using System.Runtime.CompilerServices;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <content>The instances of one scope: a small hash table of what this scope has used.</content>
/// <remarks>
/// Nothing grows with the number of handlers of the application. Reading takes no lock: an entry is only ever added,
/// and a table that becomes too small is replaced by a copy.
/// </remarks>
public sealed partial class Dispatcher
{
    private static readonly object?[] NoInstances = new object?[1]; // Never written to.

    private readonly OwnedInstances _owned = new(); // Also the lock of everything here.
    private object?[] _scoped = NoInstances;
    private Dictionary<Type, object>? _apart; // The instances of a container with replacements.
    private int[] _slots = []; // The slot of each entry of _scoped, for the next larger copy.

    /// <summary>The scope's instance of a handler or middleware; null before its first use.</summary>
    /// <typeparam name="T">The class; the type is compared exactly.</typeparam>
    /// <param name="slot">Any constant number that spreads the classes of an assembly.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? FindScoped<T>(int slot)
        where T : class
    {
        var entries = _scoped;
        var entry = entries[slot & (entries.Length - 1)];
        return entry is not null && entry.GetType() == typeof(T)
            ? Unsafe.As<T>(entry)
            : Unsafe.As<T?>(ProbeScoped(typeof(T), slot + 1));
    }

    /// <summary>Makes the scope's instance at its first use, once even under concurrency.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="slot">The number that <see cref="FindScoped"/> is asked with.</param>
    /// <param name="create">Makes the instance.</param>
    /// <exception cref="ObjectDisposedException">The scope has ended.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T AddScoped<T>(int slot, Func<Dispatcher, object> create)
        where T : class => Unsafe.As<T>(AddScoped(typeof(T), slot, create));

    /// <summary>Ends the scope: disposes what was made in it, last made first.</summary>
    internal ValueTask DisposeAsync()
    {
        Close();
        return _owned.DisposeAsync();
    }

    /// <summary>Ends the scope synchronously.</summary>
    internal void Dispose()
    {
        Close();
        _owned.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object AddScoped(Type type, int slot, Func<Dispatcher, object> create)
    {
        EnterForMaking(type);
        try
        {
            ThrowIfDisposed(); // Nobody would dispose the instance any more.
            foreach (var entry in _scoped) // All of them: another assembly may have given the class another slot.
            {
                if (entry is not null && entry.GetType() == type)
                {
                    return entry;
                }
            }

            if (_apart is not null && _apart.TryGetValue(type, out object? apart))
            {
                return apart;
            }

            object instance = create(this);
            _owned.Add(instance, Services, this);
            if (HasReplacements)
            {
                // What stands in the table is called without a look for replacements.
                (_apart ??= [])[type] = instance;
            }
            else
            {
                Insert(slot, instance);
            }

            return instance;
        }
        finally
        {
            Monitor.Exit(_owned);
        }
    }

    /// <summary>
    /// Takes the lock of the scope. Constructors run under it, so one that waits for a message which needs the lock on
    /// another thread, or that needs itself, would wait for ever.
    /// </summary>
    private void EnterForMaking(Type type)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw SingletonsInMaking.Circular(type);
        }

        if (!Monitor.TryEnter(_owned) && !Monitor.TryEnter(_owned, SingletonsInMaking.Limit))
        {
            throw SingletonsInMaking.TooLong(type);
        }
    }

    /// <summary>Ends the scope for messages: what is disposed must not handle any more.</summary>
    internal void Close()
    {
        lock (_owned)
        {
            _tables = [];
            _scoped = NoInstances;
            _apart = null;
            _slots = [];
        }
    }

    private void Insert(int slot, object instance)
    {
        int used = 0;
        foreach (var entry in _scoped)
        {
            used += entry is null ? 0 : 1;
        }

        if (used < _slots.Length)
        {
            Place(_scoped, _slots, slot, instance);
            return;
        }

        int length = Math.Max(4, _slots.Length * 2);
        var (entries, slots) = (new object?[length], new int[length]);
        for (int index = 0; index < _slots.Length; index++)
        {
            Place(entries, slots, _slots[index], _scoped[index]!);
        }

        Place(entries, slots, slot, instance);
        _slots = slots;
        Volatile.Write(ref _scoped, entries);
    }

    private static void Place(object?[] entries, int[] slots, int slot, object instance)
    {
        int index = slot & (entries.Length - 1);
        while (entries[index] is not null)
        {
            index = (index + 1) & (entries.Length - 1);
        }

        slots[index] = slot;
        Volatile.Write(ref entries[index], instance);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object? ProbeScoped(Type type, int slot)
    {
        var entries = _scoped;
        for (int probe = 0; probe < entries.Length; probe++)
        {
            var entry = Volatile.Read(ref entries[(slot + probe) & (entries.Length - 1)]);
            if (entry is null)
            {
                return null; // Entries are never taken out, so it would stand here.
            }

            if (entry.GetType() == type)
            {
                return entry;
            }
        }

        return null;
    }
}
