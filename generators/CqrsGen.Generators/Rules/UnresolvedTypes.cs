using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// Types that the compiler could not find, of which it has told already: nothing else is to be said about them.
/// </summary>
internal static class UnresolvedTypes
{
    /// <summary>Whether a type is one, or has one in it.</summary>
    public static bool IsIn(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsIn(array.ElementType),
        INamedTypeSymbol named => AreIn(named),
        _ => false,
    };

    private static bool AreIn(INamedTypeSymbol type)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.TypeArguments)
            {
                if (IsIn(argument))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
