using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>Symbols as a message names them.</summary>
internal static class SymbolNames
{
    /// <summary>The name without namespaces, with type arguments.</summary>
    public static string Short(this ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
