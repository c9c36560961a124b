using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What is said of a call whose body is not there.</summary>
internal static class UnknownCalls
{
    private static readonly ImmutableArray<string> s_verbs =
    [
        "Save", "Insert", "Update", "Upsert", "Delete", "Remove", "Persist", "Store", "Write", "Send", "Publish",
        "Post", "Put", "Patch", "Upload", "Enqueue",
    ];

    private static readonly ImmutableArray<string> s_harmless =
    [
        "Log", "Logger", "Metrics", "Meter", "Telemetry", "Tracer", "Writer", "Builder", "Buffer", "Stream",
        "Serializer", "Formatter",
    ];

    /// <summary>
    /// Whether nothing, a write, or anything may be behind it, by the names alone; null when it changes nothing.
    /// </summary>
    public static EffectKind? KindOf(IMethodSymbol method) =>
        IsHarmless(method) ? null : LooksLikeWrite(method) ? EffectKind.Suspected : EffectKind.Unknown;

    private static bool IsHarmless(IMethodSymbol method) =>
        method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            or MethodKind.ReducedExtension or MethodKind.PropertySet)
        || method.Name is "Equals" or "GetHashCode" or "ToString" or "CompareTo" or "GetType" or "GetEnumerator"
            or "Dispose" or "DisposeAsync"
        || IsOfPlatform(method.ContainingType);

    /// <summary>Whether a type is of .NET, or of CqrsGen itself: the catalogue names what writes there.</summary>
    public static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" or "CqrsGen";
    }

    /// <summary>Of an interface or a client alone: <c>SHA256.Create</c> creates nothing.</summary>
    private static bool LooksLikeWrite(IMethodSymbol method) =>
        (method.ContainingType.TypeKind == TypeKind.Interface
            || method.ContainingType.Name.EndsWith("Client", StringComparison.Ordinal))
        && method.ContainingType.Name.IndexOf("Cache", StringComparison.Ordinal) < 0
        && !s_harmless.Any(word => method.ContainingType.Name.EndsWith(word, StringComparison.Ordinal))
        && s_verbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)
            && (method.Name.Length == verb.Length || char.IsUpper(method.Name[verb.Length])));
}
