using System.Diagnostics.CodeAnalysis;

namespace CqrsGen.EventSourcing;

/// <summary>
/// The name of a stream: a category such as <c>order</c> and an id within it, written <c>order-42</c>. Compared by
/// ordinal text.
/// </summary>
public readonly record struct StreamName
{
    /// <summary>The most characters that a name may have.</summary>
    public const int MaxLength = 250;

    private const char Separator = '-';

    private readonly string? _text;

    private StreamName(string text) => _text = text;

    /// <summary>Makes a name.</summary>
    /// <param name="category">The category; it contains no <c>-</c>.</param>
    /// <param name="id">The id within the category; it may contain <c>-</c>, as a <see cref="Guid"/> does.</param>
    /// <exception cref="ArgumentException">One of them is empty or holds what a name may not.</exception>
    public StreamName(string category, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(category);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (category.Contains(Separator, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The category '{category}' contains '-', which ends a category. Use another letter.",
                nameof(category));
        }

        string text = $"{category}{Separator}{id}";
        if (ProblemOf(text) is { } problem)
        {
            throw new ArgumentException(problem, nameof(id));
        }

        _text = text;
    }

    /// <summary>What stands before the first <c>-</c>: the kind of thing that the stream tells of.</summary>
    public string Category => ToString()[..SeparatorAt];

    /// <summary>What stands behind the first <c>-</c>.</summary>
    public string Id => ToString()[(SeparatorAt + 1)..];

    private int SeparatorAt => ToString().IndexOf(Separator, StringComparison.Ordinal);

    /// <summary>Reads a name.</summary>
    /// <param name="text">A category, <c>-</c> and an id.</param>
    /// <exception cref="FormatException">It is no name; the message says why.</exception>
    public static StreamName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ProblemOf(text) is { } problem ? throw new FormatException(problem) : new(text);
    }

    /// <summary>Reads a name if it is one.</summary>
    /// <param name="text">A category, <c>-</c> and an id.</param>
    /// <param name="name">The name.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out StreamName name)
    {
        bool isName = text is not null && ProblemOf(text) is null;
        name = isName ? new(text!) : default;
        return isName;
    }

    /// <summary>The whole name.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default</c>, which names nothing.</exception>
    public override string ToString() =>
        _text ?? throw new InvalidOperationException("default(StreamName) names no stream. Make one with a category.");

    private static string? ProblemOf(string text)
    {
        int separator = text.IndexOf(Separator, StringComparison.Ordinal);
        if (separator <= 0 || separator == text.Length - 1)
        {
            return $"'{text}' is no name of a stream. Write a category, '-' and an id, such as 'order-42'.";
        }

        if (text.Length > MaxLength)
        {
            return $"The name of a stream has {text.Length} characters; {MaxLength} are allowed.";
        }

        foreach (char letter in text)
        {
            if (char.IsControl(letter) || char.IsSurrogate(letter))
            {
                return $"The name of a stream contains the character U+{(int)letter:X4}, which not all stores keep.";
            }
        }

        return null;
    }
}
