using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes a message one that generated code cannot carry.</summary>
internal static class MessageProblems
{
    private const double LongestTimeout = 9e11; // About what a TimeSpan holds.

    /// <summary>What is wrong, naming the type, then the remedy; null when nothing is.</summary>
    public static string? Of(INamedTypeSymbol type)
    {
        if (!VisibilityRules.IsNameable(type))
        {
            return $"{type.ToDisplayString()} is private or file-local. Make it internal or public.";
        }

        if (type.IsRefLikeType)
        {
            return $"{type.ToDisplayString()} is a ref struct, which cannot wait for a handler. Make it a struct " +
                $"or a class.";
        }

        return type.IsStatic ? $"{type.ToDisplayString()} is static. Make it a record." : null;
    }

    /// <summary>What is wrong with the timeout that a message's attribute states.</summary>
    /// <param name="type">The message.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="result">Its result; null for none.</param>
    /// <param name="seconds">The timeout; null where the attribute states none.</param>
    public static string? OfTimeout(INamedTypeSymbol type, MessageKind kind, ITypeSymbol? result, double? seconds)
    {
        if (seconds is not { } stated)
        {
            return null;
        }

        if (kind is MessageKind.StreamQuery)
        {
            return $"{type.ToDisplayString()} states TimeoutSeconds, but a stream query has no timeout. Remove it.";
        }

        if (stated > 0 && result is not null && ResultWorks.Of(result) == ResultWork.Later)
        {
            return $"{type.ToDisplayString()} states TimeoutSeconds, but a {result.ToDisplayString()} may do its " +
                "work when its handler has returned, so there is no timeout. Return what is finished, such as a " +
                "list, or remove it.";
        }

        bool isInRange = stated is -1 or (>= 0 and <= LongestTimeout);
        return isInRange
            ? null
            : $"{type.ToDisplayString()} states a TimeoutSeconds of " +
                $"{stated.ToString(CultureInfo.InvariantCulture)}. State a number of seconds, 0 for no timeout, or " +
                "-1 for that of its kind.";
    }
}
