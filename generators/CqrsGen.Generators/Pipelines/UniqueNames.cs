namespace CqrsGen.Generators.Pipelines;

/// <summary>Gives every name once: the second <c>Order</c> becomes <c>Order2</c>.</summary>
internal sealed class UniqueNames(StringComparer? comparer = null)
{
    private readonly HashSet<string> _taken = new(comparer ?? StringComparer.Ordinal);

    public string Make(string name)
    {
        string candidate = name;
        for (int number = 2; !_taken.Add(candidate); number++)
        {
            candidate = $"{name}{number}";
        }

        return candidate;
    }
}
