using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Methods as a path names them.</summary>
internal static class Names
{
    /// <summary>The name as it is written in a call.</summary>
    public static string Of(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol is IPropertySymbol
        {
            IsIndexer: true,
        }
            ? "this[]"
            : method.AssociatedSymbol?.Name ?? method.Name,
        MethodKind.ExplicitInterfaceImplementation => method.Name.Substring(method.Name.LastIndexOf('.') + 1),
        _ => method.Name,
    };

    /// <summary>The same with its type.</summary>
    public static string Full(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? $"new {method.ContainingType.Name}"
        : $"{TypeOf(method)}.{Of(method)}";

    /// <summary>The type that has a name: that of an extension block has none, the class around it has.</summary>
    private static string TypeOf(IMethodSymbol method) =>
        method.ContainingType is { Name.Length: 0, ContainingType: { } outer } ? outer.Name
            : method.ContainingType.Name;
}
