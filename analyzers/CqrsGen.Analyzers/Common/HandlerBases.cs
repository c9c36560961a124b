namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Which types may be handlers through a base class or interface of theirs, by names alone as far as the sources say. A
/// base that is not declared here is looked at once, in a type that has it.
/// </summary>
internal sealed class HandlerBases
{
    private readonly NameMap<string> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> _known = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DeclarationFacts> _files;
    private readonly HashSet<string> _aliases;

    // Made when a base is first asked for, which many projects have none of.
    private HashSet<string>? _handlers;
    private HashSet<string>? _declared;

    /// <summary>Reads the base lists of all files.</summary>
    /// <param name="files">What the files declare.</param>
    /// <param name="aliases">Names that may mean something else in each file.</param>
    public HandlerBases(IReadOnlyList<DeclarationFacts> files, HashSet<string> aliases)
    {
        _files = files;
        _aliases = aliases;
        foreach (var file in files)
        {
            foreach (var (type, parent) in file.Derivations)
            {
                _bases.Add(type, parent);
            }
        }
    }

    /// <summary>Whether a type may be a handler by what it derives from, not by an interface that it states.</summary>
    /// <param name="type">Its simple name.</param>
    /// <param name="handles">Tells it by binding the type.</param>
    public bool MayHandle(string type, Func<bool> handles) =>
        _bases.Find(type).Any(parent => IsHandler(parent, handles));

    private bool IsHandler(string parent, Func<bool> handles)
    {
        if (_aliases.Contains(parent))
        {
            return handles();
        }

        if (!_known.TryGetValue(parent, out bool? isHandler))
        {
            _known[parent] = null; // While it is asked: a base of its own name is another type, perhaps of a library.
            _handlers ??= new(_files.SelectMany(static file => file.HandlerTypes), StringComparer.Ordinal);
            _declared ??= new(_files.SelectMany(static file => file.Types), StringComparer.Ordinal);
            _known[parent] = isHandler = _handlers.Contains(parent)
                || (_declared.Contains(parent) ? MayHandle(parent, handles) : handles());
        }

        return isHandler ?? handles();
    }
}
