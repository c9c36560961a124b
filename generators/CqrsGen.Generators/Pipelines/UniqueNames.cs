namespace CqrsGen.Generators.Pipelines;

/// <summary>Gives every name once: the second <c>Order</c> becomes <c>Order2</c>.</summary>
/// <remarks>
/// Case makes no difference: fields have a small first letter, and files meet file systems that ignore it.
/// </remarks>
internal sealed class UniqueNames(params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

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
        _taken.UnionWith(suffixes.Select(suffix => candidate + suffix));
        return candidate;
    }

    private bool IsFree(string candidate, string[] suffixes) =>
        !_taken.Contains(candidate) && suffixes.All(suffix => !_taken.Contains(candidate + suffix));
}
