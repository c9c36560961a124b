using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Caches and loggers of the user's own, which are known by their names alone.</summary>
internal static class CacheNames
{
    private static readonly string[] s_logs =
        ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Critical", "Fatal", "Verbose", "Write"];

    private static readonly HashSet<string> s_caches = new(
        ["Cache", "Caches", "Cached", "Caching", "Memo", "Memos", "Memoized", "Memoizer"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly Regex s_words = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant);

    /// <summary>Whether a field that nobody else sees is a cache: by its own name, or by that of its class.</summary>
    public static bool IsCache(IFieldSymbol field) =>
        field.DeclaredAccessibility == Accessibility.Private
        && (NamesCache((field.AssociatedSymbol ?? field).Name)
            || field.ContainingType.Name.EndsWith("Cache", StringComparison.Ordinal)
            || field.ContainingType.Name.EndsWith("CacheService", StringComparison.Ordinal));

    /// <summary>
    /// Whether a method of a logger logs: <c>IAppLogger.LogWarning</c> does, <c>IMyLogger.IncrementViewCount</c> does
    /// not, and an audit is no log.
    /// </summary>
    public static bool Logs(IMethodSymbol method) =>
        IsLogger(method.ContainingType)
        && s_logs.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a class is a logger of the user's own: the file that it writes is its log.</summary>
    public static bool IsLogger(INamedTypeSymbol? type) => type is not null
        && (type.Name.EndsWith("Logger", StringComparison.Ordinal)
            || type.Name.EndsWith("LoggerAdapter", StringComparison.Ordinal))
        && !Names(type.Name, "Audit");

    /// <summary>By whole words: <c>s_memoryHits</c> is no memo.</summary>
    private static bool NamesCache(string name) => s_words.Matches(name).Cast<Match>().Any(static found =>
        s_caches.Contains(found.Value) || found.Value.EndsWith("cache", StringComparison.OrdinalIgnoreCase));

    private static bool Names(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
