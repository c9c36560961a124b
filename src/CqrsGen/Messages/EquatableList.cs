namespace CqrsGen;

/// <summary>Makes an <see cref="EquatableList{T}"/>.</summary>
public static class EquatableList
{
    /// <summary>A list with a copy of the items. Collection expressions call it: <c>[first, second]</c>.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The items.</param>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? EquatableList<T>.Empty : new EquatableList<T>(items.ToArray());

    /// <summary>A list with a copy of the items.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The items.</param>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items is EquatableList<T> list)
        {
            return list;
        }

        var copy = items.ToArray();
        return copy.Length == 0 ? EquatableList<T>.Empty : new EquatableList<T>(copy);
    }
}
