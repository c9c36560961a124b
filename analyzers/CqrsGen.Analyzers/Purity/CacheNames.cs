using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Caches and loggers of the user's own, which are known by their names alone.</summary>
internal static class CacheNames
{
    private static readonly string[] s_logs =
        ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Critical", "Fatal", "Verbose", "Write"];

    /// <summary>What a logger does around its log.</summary>
    private static readonly HashSet<string> s_frames =
        new(["BeginScope", "Dispose", "DisposeAsync", "Flush", "FlushAsync", "Close"], StringComparer.Ordinal);

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
        IsLogger(method.ContainingType) && SaysLog(method.Name);

    /// <summary>
    /// Whether what a member of a logger writes is its log: that of a method that logs, of a helper that only those
    /// call, and of what opens and closes the log.
    /// </summary>
    public static bool WritesLog(IMethodSymbol member) =>
        IsLogger(member.ContainingType)
        && (member.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor
            || SaysLog(Purity.Names.Of(member))
            || s_frames.Contains(Purity.Names.Of(member))
            || (member is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
                && IsHelper(member.ContainingType, member.Name, new(StringComparer.Ordinal))));

    private static bool SaysLog(string name) =>
        s_logs.Any(word => name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a private method is called, and only where something is logged.</summary>
    private static bool IsHelper(INamedTypeSymbol type, string name, HashSet<string> seen)
    {
        if (!seen.Add(name))
        {
            return true; // It is asked already.
        }

        var users = type.DeclaringSyntaxReferences
            .SelectMany(static part => part.GetSyntax().DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(used => used.Identifier.ValueText == name)
            .Select(static used => used.FirstAncestorOrSelf<MemberDeclarationSyntax>())
            .ToList();
        return users.Count > 0 && users.TrueForAll(user => user switch
        {
            BaseMethodDeclarationSyntax and not MethodDeclarationSyntax => true,
            MethodDeclarationSyntax { Identifier.ValueText: var caller } method =>
                caller == name || SaysLog(caller) || s_frames.Contains(caller)
                || (IsPrivate(method) && IsHelper(type, caller, seen)),
            _ => false,
        });
    }

    private static bool IsPrivate(MethodDeclarationSyntax method) =>
        method.ExplicitInterfaceSpecifier is null && !method.Modifiers.Any(static modifier => modifier.Kind()
            is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);

    /// <summary>Whether a class is a logger of the user's own.</summary>
    private static bool IsLogger(INamedTypeSymbol? type) => type is not null
        && (type.Name.EndsWith("Logger", StringComparison.Ordinal)
            || type.Name.EndsWith("LoggerAdapter", StringComparison.Ordinal))
        && !Names(type.Name, "Audit");

    /// <summary>By whole words: <c>s_memoryHits</c> is no memo.</summary>
    private static bool NamesCache(string name) => s_words.Matches(name).Cast<Match>().Any(static found =>
        s_caches.Contains(found.Value) || found.Value.EndsWith("cache", StringComparison.OrdinalIgnoreCase));

    private static bool Names(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
