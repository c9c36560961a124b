namespace CqrsGen.Generators.Pipelines;

/// <summary>Gives every name once: the second <c>Order</c> becomes <c>Order2</c>.</summary>
/// <remarks>
/// Case makes no difference: fields have a small first letter, and files meet file systems that ignore it.
/// </remarks>
internal sealed class UniqueNames(params string[] reserved)
{
    private const char Mark = '_';

    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>The suffixes of the names that were made: what they name further is not written out.</summary>
    private readonly Dictionary<string, string[]> _suffixes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands before a mark in a taken name: only to these can a suffix make one.</summary>
    private readonly HashSet<string> _starts = new(
        reserved.SelectMany(Starts), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, perhaps with a number.</summary>
    /// <param name="name">What it is to be called.</param>
    /// <param name="suffixes">What will be added to it to name further things.</param>
    public string Make(string name, params string[] suffixes)
    {
        string candidate = name;
        for (int number = 2; !IsFree(candidate, suffixes); number++)
        {
            candidate = $"{name}{number}";
        }

        _taken.Add(candidate);
        _taken.UnionWith(suffixes.Where(static suffix => !IsMarked(suffix)).Select(suffix => candidate + suffix));
        _suffixes[candidate] = suffixes;
        _starts.UnionWith(Starts(candidate));
        return candidate;
    }

    private static bool IsMarked(string suffix) => suffix.Length > 0 && suffix[0] == Mark;

    private static IEnumerable<string> Starts(string name)
    {
        for (int mark = name.IndexOf(Mark, Math.Min(1, name.Length)); mark > 0; mark = name.IndexOf(Mark, mark + 1))
        {
            yield return name.Substring(0, mark);
        }
    }

    private bool IsFree(string candidate, string[] suffixes)
    {
        bool isPlain = candidate.IndexOf(Mark) < 0 && !_starts.Contains(candidate);
        return !IsTaken(candidate)
            && Array.TrueForAll(suffixes, suffix => (isPlain && IsMarked(suffix)) || !IsTaken(candidate + suffix));
    }

    private bool IsTaken(string name) => _taken.Contains(name) || Starts(name).Any(start =>
        _suffixes.TryGetValue(start, out string[]? suffixes)
        && Array.Exists(suffixes, suffix =>
            string.Compare(name, start.Length, suffix, 0, int.MaxValue, StringComparison.OrdinalIgnoreCase) == 0));
}
