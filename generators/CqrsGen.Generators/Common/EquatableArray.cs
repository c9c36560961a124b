using System.Collections;
using System.Runtime.CompilerServices;

namespace CqrsGen.Generators.Common;

/// <summary>An immutable array that compares by its items, so that models which hold one can be cached.</summary>
/// <typeparam name="T">The items.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T>(T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items = items;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => _items![index];

    /// <summary>What two hold in common where they are one array; null where it is empty.</summary>
    public object? Identity => _items;

    public bool Equals(EquatableArray<T> other) =>
        ReferenceEquals(_items, other._items) || AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (var item in AsSpan())
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Like LINQ's, without boxing the array and its enumerator.</summary>
    public bool Any(Func<T, bool> predicate)
    {
        foreach (var item in AsSpan())
        {
            if (predicate(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="Any"/>
    public bool All(Func<T, bool> predicate)
    {
        foreach (var item in AsSpan())
        {
            if (!predicate(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc cref="Any"/>
    public bool Contains(T item) => AsSpan().IndexOf(item) >= 0;

    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Enumerates without an allocation.</summary>
    internal struct Enumerator(T[] items)
    {
        private int _index = -1;

        public readonly T Current => items[_index];

        public bool MoveNext() => ++_index < items.Length;
    }
}

/// <summary>Makes <see cref="EquatableArray{T}"/>.</summary>
internal static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => items.IsEmpty ? default : new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T>
    {
        var array = items.ToArray();
        return array.Length == 0 ? default : new(array);
    }
}
