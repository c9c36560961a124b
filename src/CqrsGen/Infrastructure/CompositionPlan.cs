using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>What a composing assembly puts into a container: the routes of each of its modules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompositionPlan
{
    private readonly Dictionary<int, Entry> _entries = [];
    private readonly Dictionary<Type, Func<IServiceProvider, object>> _replacements = [];
    private Action<IEnumerable<Type>, IEnumerable<Routes?>, List<string>>? _checkReplacements;
    private int _modules;

    internal IReadOnlyDictionary<Type, Func<IServiceProvider, object>> Replacements => _replacements;

    /// <summary>Adds the routes of a module.</summary>
    /// <param name="ordinal">The module's ordinal.</param>
    /// <param name="create">Makes its routes.</param>
    public void Add(int ordinal, Func<Composition, Routes> create)
    {
        _modules++;
        _entries[ordinal] = new Entry(create, 0);
    }

    /// <summary>
    /// Takes over another plan. Where both have a module, the plan with more modules wins: the one of the host, which
    /// knows the whole application, over the one of a library that composes only itself.
    /// </summary>
    internal void Merge(CompositionPlan other)
    {
        foreach (var (ordinal, entry) in other._entries)
        {
            if (!_entries.TryGetValue(ordinal, out var mine) || mine.Weight <= other._modules)
            {
                _entries[ordinal] = entry with { Weight = other._modules };
            }
        }
    }

    internal void Replace(Type handler, Func<IServiceProvider, object> create)
    {
        _replacements[handler] = create;
        _checkReplacements = ReplacementCheck.Run; // Named only here, so that a program without replacements has none.
    }

    /// <summary>Reports replacements of handlers that the modules do not have.</summary>
    internal void CheckReplacements(IEnumerable<Routes?> tables, List<string> problems) =>
        _checkReplacements?.Invoke(_replacements.Keys, tables, problems);

    internal Routes?[] CreateTables(Composition composition)
    {
        int last = 0;
        foreach (int ordinal in _entries.Keys)
        {
            last = Math.Max(last, ordinal);
        }

        var tables = new Routes?[last + 1];
        foreach (var (ordinal, entry) in _entries)
        {
            tables[ordinal] = entry.Create(composition);
        }

        return tables;
    }

    private readonly record struct Entry(Func<Composition, Routes> Create, int Weight);
}
