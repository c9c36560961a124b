namespace CqrsGen.Analyzers.Common;

/// <summary>
/// What is found under a name, the last added first. Filled anew after every edit: so it makes no object for each name,
/// as a look-up of LINQ does.
/// </summary>
internal sealed class NameMap<T>(StringComparer names)
{
    private const int None = -1;

    private readonly Dictionary<string, int> _last = new(names);
    private readonly List<(T Item, int Before)> _items = [];

    public void Add(string name, T item)
    {
        _items.Add((item, _last.TryGetValue(name, out int before) ? before : None));
        _last[name] = _items.Count - 1;
    }

    public IEnumerable<T> Find(string name)
    {
        int index = _last.TryGetValue(name, out int last) ? last : None;
        while (index != None)
        {
            var (item, before) = _items[index];
            yield return item;
            index = before;
        }
    }
}
