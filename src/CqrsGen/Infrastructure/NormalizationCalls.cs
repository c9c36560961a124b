using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>What generated normalisation calls. Each answers with its argument when nothing changes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NormalizationCalls
{
    /// <summary>Null for an empty text.</summary>
    /// <param name="text">The text.</param>
    public static string? EmptyToNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The items normalised; null when none of them changes, so that the collection can be kept.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The collection; may be null.</param>
    /// <param name="normalize">Normalises an item that is not null.</param>
    public static T[]? Items<T>(IEnumerable<T>? items, Func<T, T> normalize)
    {
        ArgumentNullException.ThrowIfNull(normalize);
        if (items is null)
        {
            return null;
        }

        List<T>? changed = null;
        int count = 0;
        foreach (var item in items)
        {
            var normal = item is null ? item : normalize(item);
            if (changed is null && !EqualityComparer<T>.Default.Equals(normal, item))
            {
                changed = [.. items.Take(count)];
            }

            changed?.Add(normal);
            count++;
        }

        return changed?.ToArray();
    }
}
