using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Caches and loggers of the user's own, which are known by their names alone.</summary>
internal static class CacheNames
{
    private static readonly string[] s_logs =
        ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Critical", "Fatal", "Verbose", "Write"];

    /// <summary>Whether a field that nobody else sees is a cache: by its own name, or by that of its class.</summary>
    public static bool IsCache(IFieldSymbol field) =>
        field.DeclaredAccessibility == Accessibility.Private
        && (Names(field.Name, "Cache") || Names(field.Name, "Memo")
            || field.ContainingType.Name.EndsWith("Cache", StringComparison.Ordinal)
            || field.ContainingType.Name.EndsWith("CacheService", StringComparison.Ordinal));

    /// <summary>
    /// Whether a method of a logger logs: <c>IAppLogger.LogWarning</c> does, <c>IMyLogger.IncrementViewCount</c> does
    /// not, and an audit is no log.
    /// </summary>
    public static bool Logs(IMethodSymbol method) =>
        method.ContainingType is { } type
        && (type.Name.EndsWith("Logger", StringComparison.Ordinal)
            || type.Name.EndsWith("LoggerAdapter", StringComparison.Ordinal))
        && !Names(type.Name, "Audit")
        && s_logs.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal));

    private static bool Names(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
