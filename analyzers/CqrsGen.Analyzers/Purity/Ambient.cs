using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Values of the platform that flow with a call, a thread or a request, so that no other sees them.</summary>
internal static class Ambient
{
    /// <summary>Whether a type holds a value for each flow or thread.</summary>
    public static bool IsHolder(INamedTypeSymbol type) => type.Name is "AsyncLocal" or "ThreadLocal"
        && type.ContainingNamespace?.ToDisplayString() == "System.Threading";

    /// <summary>Whether each thread has a field of its own.</summary>
    public static bool IsOfThread(IFieldSymbol field) => field.IsStatic && field.GetAttributes().Any(
        static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>
    /// Whether a property is of a web request that is answered. The catalogue names what of a response is a write.
    /// </summary>
    public static bool IsPartOfRequest(IPropertySymbol property) =>
        property.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            == true;
}
