using System.Collections.Concurrent;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The singletons whose constructors run. Each class has a lock of its own, so that a constructor may wait for a
/// message that needs other singletons, on whatever thread. One that waits for itself is told so.
/// </summary>
internal sealed class SingletonsInMaking
{
    /// <summary>How long a constructor may take while others wait for its instance.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Type, object> _gates = [];
    private readonly AsyncLocal<Step?> _innermost = new(); // Flows to the threads that a constructor waits for.

    /// <summary>
    /// Takes the lock under which the one instance of a class is made, and gives it back to be released.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <exception cref="InvalidOperationException">
    /// Its constructor runs, and led here; or it has not returned for <see cref="Limit"/>: constructors on several
    /// threads that need each other would wait for ever.
    /// </exception>
    public object Enter(Type type)
    {
        ThrowIfCircular(type);
        object gate = _gates.GetOrAdd(type, static _ => new object());
        if (!Monitor.TryEnter(gate) && !Monitor.TryEnter(gate, Limit))
        {
            throw TooLong(type);
        }

        return gate;
    }

    /// <summary>Throws when a constructor would wait for itself.</summary>
    /// <param name="type">What is needed.</param>
    /// <exception cref="InvalidOperationException">Its constructor runs, and led here.</exception>
    public void ThrowIfCircular(Type type)
    {
        var innermost = _innermost.Value;
        for (var step = innermost; step is not null; step = step.Outer)
        {
            if (step.Type == type && !step.IsDone)
            {
                throw Circular(innermost!.Type);
            }
        }
    }

    /// <summary>What those are told that have waited too long for a constructor.</summary>
    public static InvalidOperationException TooLong(Type type) => new(
        $"{TypeNames.Short(type)} cannot be made: a constructor that it waits for has not returned for " +
        $"{Limit.TotalSeconds:0} seconds. Does it wait for a message? Dispatch where a message is handled, not in a " +
        "constructor.");

    /// <summary>What a constructor is told that waits for itself.</summary>
    public static InvalidOperationException Circular(Type type) => new(
        $"The constructor of {TypeNames.Short(type)} dispatches a message that cannot be handled before that " +
        "constructor has returned. Dispatch where a message is handled, not in a constructor.");

    /// <summary>Makes an instance.</summary>
    public object Make(Type type, Func<Dispatcher, object> create, Dispatcher root)
    {
        var outer = _innermost.Value;
        var step = new Step(type, outer);
        _innermost.Value = step;
        try
        {
            return create(root);
        }
        finally
        {
            step.IsDone = true; // What the constructor has started may go on, and need the instance later.
            _innermost.Value = outer;
        }
    }

    private sealed class Step(Type type, Step? outer)
    {
        public Type Type { get; } = type;

        public Step? Outer { get; } = outer;

        public volatile bool IsDone;
    }
}
