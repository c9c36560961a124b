using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>
/// The validators that the modules declare, by message. They need no registration. Built at its first use, once per
/// container.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValidatorMap
{
    private readonly Dictionary<Type, List<Entry>> _entries = [];

    internal ValidatorMap(IEnumerable<Routes?> tables)
    {
        foreach (var table in tables)
        {
            table?.AddValidators(this);
        }
    }

    /// <summary>Adds a validator of a message.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="type">The validator's class.</param>
    /// <param name="create">Gives the instance of a scope.</param>
    public void Add<TMessage>(Type type, Func<Dispatcher, IValidator<TMessage>> create)
    {
        if (!_entries.TryGetValue(typeof(TMessage), out var entries))
        {
            _entries[typeof(TMessage)] = entries = [];
        }

        entries.Add(new Entry(type, create));
    }

    internal bool Has<TMessage>() => _entries.ContainsKey(typeof(TMessage));

    internal IEnumerable<IValidator<TMessage>> Of<TMessage>(Dispatcher dispatcher)
    {
        if (_entries.TryGetValue(typeof(TMessage), out var entries))
        {
            foreach (var entry in entries)
            {
                yield return ((Func<Dispatcher, IValidator<TMessage>>)entry.Create)(dispatcher);
            }
        }
    }

    /// <summary>Whether a validator of the container is one of these, so that it does not run twice.</summary>
    internal bool Knows<TMessage>(IValidator<TMessage> validator) =>
        _entries.TryGetValue(typeof(TMessage), out var entries)
        && entries.Exists(entry => entry.Type == validator.GetType());

    private readonly record struct Entry(Type Type, Delegate Create);
}
