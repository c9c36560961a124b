using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Middleware;

/// <summary>
/// Types with holes, as text: a type parameter <c>T</c> is written <c>{T}</c>, so that what a middleware asks for can
/// be compared with a message after filling the holes in.
/// </summary>
internal static class TypePattern
{
    /// <summary>The pattern of a type.</summary>
    public static string Of(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => "{" + parameter.Name + "}",
        IArrayTypeSymbol array => Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => Definition(named)
            + "<" + string.Join(", ", named.TypeArguments.Select(Of)) + ">",
        _ => type.Key(),
    };

    /// <summary>A type parameter with the patterns of its constraints.</summary>
    public static TypeParameterModel Parameter(ITypeParameterSymbol parameter) => new(
        parameter.Name,
        parameter.HasReferenceTypeConstraint,
        parameter.HasValueTypeConstraint,
        parameter.HasUnmanagedTypeConstraint,
        parameter.HasConstructorConstraint,
        parameter.ConstraintTypes.Select(Of).ToEquatableArray());

    private static string Definition(INamedTypeSymbol named)
    {
        string key = named.ConstructedFrom.Key();
        int end = named.Arity == 0 ? key.Length : key.LastIndexOf('<');
        return end < 0 ? key : key.Substring(0, end);
    }
}
