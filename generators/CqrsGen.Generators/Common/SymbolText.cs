using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Common;

/// <summary>Symbols as text, for models.</summary>
internal static class SymbolText
{
    /// <summary>A namespace without <c>global::</c>, with escaped keywords.</summary>
    public static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat s_code = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_key = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandNullable
            | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>The type as it is written in generated code, with its nullable annotations.</summary>
    public static string Code(this ITypeSymbol type) => type.ToDisplayString(s_code);

    /// <summary>The type's identity: nullable annotations and tuple names make no difference.</summary>
    public static string Key(this ITypeSymbol type) => type.ToDisplayString(s_key);

    /// <summary>The type as a person reads it.</summary>
    public static string Display(this ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
