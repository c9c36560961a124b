using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace CqrsGen;

/// <summary>
/// A list for members of messages: two lists with equal items are equal, as records expect it of their members.
/// Immutable; safe for concurrent use.
/// </summary>
/// <typeparam name="T">The items; they should be immutable too.</typeparam>
/// <remarks>
/// Made by a collection expression, <see cref="EquatableList.Create"/> or <see cref="EquatableList.ToEquatableList"/>.
/// <c>System.Text.Json</c> reads and writes it as an array, source-generated too, without a converter: it makes an
/// empty list and adds to it through <see cref="ICollection{T}"/>. That works until the list is first looked at (items,
/// count, equality, hash code, enumeration) and is refused from then on, so nobody sees a list change.
/// </remarks>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
[DebuggerDisplay("Count = {_count}")]
public sealed partial class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private T[] _items;
    private int _count;
    private volatile bool _isFixed;

    /// <summary>An empty list, for deserializers; use <see cref="Empty"/> or <c>[]</c>.</summary>
    public EquatableList() => _items = [];

    internal EquatableList(T[] items)
    {
        _items = items;
        _count = items.Length;
        _isFixed = true;
    }

    /// <summary>A list without items.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => Fix()._count;

    /// <summary>The item at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public T this[int index]
    {
        get
        {
            Fix();
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
            return _items[index];
        }
    }

    /// <summary>Whether two lists have equal items in the same order; two nulls are equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(EquatableList<T>? left, EquatableList<T>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(EquatableList<T>? left, EquatableList<T>? right) => !(left == right);

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => new(Fix()._items, 0, _count);

    /// <summary>Enumerates the items without an allocation; in <c>async</c> methods too.</summary>
    public ArraySegment<T>.Enumerator GetEnumerator() => Segment().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Segment()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || AsSpan().SequenceEqual(other.AsSpan(), null));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items, as a collection expression would write them.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("[");
        foreach (var item in this)
        {
            text.Append(text.Length == 1 ? "" : ", ").Append(item is null ? "null" : item.ToString());
        }

        return text.Append(']').ToString();
    }

    private ArraySegment<T> Segment() => new(Fix()._items, 0, _count);

    private EquatableList<T> Fix()
    {
        if (!_isFixed)
        {
            _isFixed = true;
        }

        return this;
    }
}
