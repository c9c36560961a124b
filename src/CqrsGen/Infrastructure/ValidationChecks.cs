using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CqrsGen.Infrastructure;

/// <summary>The checks of generated validation that do not fit into one expression. None of them allocates.</summary>
/// <remarks>
/// Each decides as the attribute of <c>System.ComponentModel.DataAnnotations</c> with its name does; tests hold them
/// against those. The attributes themselves are not called, since some of them allocate or reflect.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValidationChecks
{
    /// <summary>How many objects of recursive types validation follows, one inside the other.</summary>
    public const int MostDepth = 32;

    /// <summary>How many objects of recursive types validation follows inside of one.</summary>
    public const int MostObjects = 100_000;

    /// <summary>Whether the text has one <c>@</c> that is neither first nor last, and no line break.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEmailAddress(string text)
    {
        int at = text.IndexOf('@');
        return at > 0
            && at != text.Length - 1
            && at == text.LastIndexOf('@')
            && text.AsSpan().IndexOfAny('\r', '\n') < 0;
    }

    /// <summary>Whether the text starts as an address of http, https or ftp.</summary>
    /// <param name="text">The text.</param>
    public static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text has digits, and besides them only what phone numbers are written with.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPhone(string text)
    {
        var number = WithoutExtension(text.AsSpan().TrimEnd());
        bool hasDigit = false;
        foreach (char character in number)
        {
            if (char.IsDigit(character))
            {
                hasDigit = true;
            }
            else if (!char.IsWhiteSpace(character) && character is not ('-' or '.' or '(' or ')' or '+'))
            {
                return false;
            }
        }

        return hasDigit;
    }

    /// <summary>Whether the digits of the text, parted by spaces and dashes or not, pass the Luhn check.</summary>
    /// <param name="text">The text.</param>
    public static bool IsCreditCard(string text)
    {
        int sum = 0;
        bool isEven = false;
        for (int index = text.Length - 1; index >= 0; index--)
        {
            char character = text[index];
            if (!char.IsAsciiDigit(character))
            {
                if (character is '-' or ' ')
                {
                    continue;
                }

                return false;
            }

            int digit = (character - '0') * (isEven ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            isEven = !isEven;
        }

        return sum % 10 == 0;
    }

    /// <summary>Whether the text is Base64.</summary>
    /// <param name="text">The text.</param>
    public static bool IsBase64(string text) => Base64.IsValid(text);

    /// <summary>Whether the first match of the pattern is the whole text; an empty text passes.</summary>
    /// <param name="pattern">The pattern, with its timeout.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="RegexMatchTimeoutException">Matching takes longer than the pattern's timeout.</exception>
    public static bool IsMatch(Regex pattern, string text)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (text.Length == 0)
        {
            return true;
        }

        foreach (var match in pattern.EnumerateMatches(text))
        {
            return match.Index == 0 && match.Length == text.Length;
        }

        return false;
    }

    /// <summary>Whether a value of a flags enum is made of declared values.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declared">The declared values, unsigned, in descending order.</param>
    public static bool IsFlags(ulong value, ReadOnlySpan<ulong> declared)
    {
        if (value == 0)
        {
            return declared.Length > 0 && declared[^1] == 0;
        }

        foreach (ulong flag in declared)
        {
            if (flag != 0 && (value & flag) == flag)
            {
                value -= flag;
            }
        }

        return value == 0;
    }

    /// <summary>
    /// Whether validation has gone too deep or too far, in which case it says so once and goes no further.
    /// </summary>
    /// <param name="depth">How many objects of recursive types are around the one to be validated.</param>
    /// <param name="visited">How many such objects this walk has met, by whatever way.</param>
    /// <param name="errors">The collector so far.</param>
    public static bool IsTooDeep(int depth, ref int visited, ref ValidationErrors? errors)
    {
        // Once something is too deep, nothing else is followed: a cycle with two links would take 2^32 steps, and
        // objects that share others are met once for each way to them.
        if (visited < 0 || (visited == 0 && HasGoneTooFar(errors)))
        {
            return true;
        }

        if (depth < MostDepth && visited < MostObjects)
        {
            visited++;
            return false;
        }

        string message = depth < MostDepth
            ? $"More than {MostObjects} objects are nested in one, each counted as often as it is held."
            : $"Objects are nested more than {MostDepth} levels deep.";
        visited = -1;
        if (!HasGoneTooFar(errors))
        {
            ValidationCalls.Add(ref errors, "", ValidationCodes.TooDeep, message);
        }

        return true;
    }

    /// <summary>Asks an attribute that the generator does not know. Allocates, unlike the other checks.</summary>
    /// <param name="errors">The collector so far.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="instance">The object that has the member.</param>
    /// <param name="value">The member's value; the object itself for an attribute of its type.</param>
    /// <param name="member">The member's name; empty for an attribute of the type.</param>
    /// <param name="displayName">What messages call it.</param>
    public static void Ask(
        ref ValidationErrors? errors,
        ValidationAttribute attribute,
        object instance,
        object? value,
        string member,
        string displayName)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var context = ContextOf(instance, member.Length == 0 ? null : member, displayName);
        if (attribute.GetValidationResult(value, context) is { } failure)
        {
            Add(ref errors, failure, member, displayName);
        }
    }

    /// <summary>Asks an object to validate itself.</summary>
    /// <param name="errors">The collector so far.</param>
    /// <param name="value">The object.</param>
    /// <param name="displayName">What messages call it.</param>
    public static void Ask(ref ValidationErrors? errors, IValidatableObject value, string displayName)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var failure in value.Validate(ContextOf(value, null, displayName)) ?? [])
        {
            if (failure is not null)
            {
                Add(ref errors, failure, "", displayName);
            }
        }
    }

    private static bool HasGoneTooFar(ValidationErrors? errors) =>
        errors is not null && errors.Failures.Any(static failure => failure.Code == ValidationCodes.TooDeep);

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The context reflects only to find a display name, and it is given one.")]
    private static ValidationContext ContextOf(object instance, string? member, string displayName) =>
        new(instance) { MemberName = member, DisplayName = displayName };

    private static void Add(ref ValidationErrors? errors, ValidationResult failure, string member, string displayName)
    {
        string message = failure.ErrorMessage ?? $"The field {displayName} is invalid.";
        bool isAdded = false;
        foreach (string name in failure.MemberNames)
        {
            ValidationCalls.Add(ref errors, name ?? member, ValidationCodes.Custom, message);
            isAdded = true;
        }

        if (!isAdded)
        {
            ValidationCalls.Add(ref errors, member, ValidationCodes.Custom, message);
        }
    }

    /// <summary>Cuts off <c>ext. 12</c>, <c>ext 12</c> or <c>x12</c>.</summary>
    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> number)
    {
        foreach (string mark in (ReadOnlySpan<string>)["ext.", "ext", "x"])
        {
            int start = number.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && IsExtension(number[(start + mark.Length)..]))
            {
                return number[..start];
            }
        }

        return number;
    }

    private static bool IsExtension(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        foreach (char character in text)
        {
            if (!char.IsDigit(character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
