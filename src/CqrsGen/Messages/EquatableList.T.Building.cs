namespace CqrsGen;

/// <content>What deserializers need: a list that can be added to until it is first looked at.</content>
public sealed partial class EquatableList<T> : IList<T>
{
    private const string Immutable =
        "An EquatableList cannot be changed. Make another one: [.. list, item], or list.Where(…).ToEquatableList().";

    bool ICollection<T>.IsReadOnly => _isFixed;

    T IList<T>.this[int index]
    {
        get => this[index];
        set => throw new NotSupportedException(Immutable);
    }

    void ICollection<T>.Add(T item)
    {
        if (_isFixed)
        {
            throw new NotSupportedException(Immutable);
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, _count * 2));
        }

        _items[_count++] = item;
    }

    bool ICollection<T>.Contains(T item) => ((IList<T>)this).IndexOf(item) >= 0;

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) =>
        AsSpan().CopyTo(array.AsSpan(arrayIndex));

    int IList<T>.IndexOf(T item)
    {
        Fix();
        return Array.IndexOf(_items, item, 0, _count);
    }

    void IList<T>.Insert(int index, T item) => throw new NotSupportedException(Immutable);

    void IList<T>.RemoveAt(int index) => throw new NotSupportedException(Immutable);

    bool ICollection<T>.Remove(T item) => throw new NotSupportedException(Immutable);

    void ICollection<T>.Clear() => throw new NotSupportedException(Immutable);
}
