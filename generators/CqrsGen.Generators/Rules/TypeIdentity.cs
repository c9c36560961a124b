using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// Whether two types are one and the same at run time: the names of tuple elements, nullable annotations and
/// <c>dynamic</c> make no difference, and the compiler converts between such types without a word.
/// </summary>
internal static class TypeIdentity
{
    public static bool IsSame(ITypeSymbol? left, ITypeSymbol? right)
    {
        if (SymbolEqualityComparer.Default.Equals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (IArrayTypeSymbol one, IArrayTypeSymbol other) =>
                one.Rank == other.Rank && one.IsSZArray == other.IsSZArray
                    && IsSame(one.ElementType, other.ElementType),
            (INamedTypeSymbol one, INamedTypeSymbol other) => IsSameNamed(Underlying(one), Underlying(other)),
            _ => IsObject(left) && IsObject(right),
        };
    }

    private static bool IsSameNamed(INamedTypeSymbol left, INamedTypeSymbol right) =>
        SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition)
        && left.TypeArguments.Length == right.TypeArguments.Length
        && left.TypeArguments.Zip(right.TypeArguments, IsSame).All(static isSame => isSame)
        && (left.ContainingType is null || IsSameNamed(left.ContainingType, right.ContainingType));

    private static INamedTypeSymbol Underlying(INamedTypeSymbol type) => type.TupleUnderlyingType ?? type;

    private static bool IsObject(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic };
}
