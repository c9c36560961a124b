using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Messages;

/// <summary>
/// Tells results that may do their work after their handler has returned, and so keep its token: no limit may cancel
/// that then.
/// </summary>
internal static class LazyTypes
{
    /// <summary>Whether a result of the type may: also inside a <c>Result</c>, a tuple or another generic.</summary>
    public static bool May(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate || type.SpecialType == SpecialType.System_Object || IsLazy(type))
        {
            return true;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsLazy(current))
            {
                return true;
            }
        }

        return type is INamedTypeSymbol { IsGenericType: true } named && named.TypeArguments.Any(May);
    }

    private static bool IsLazy(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Collections_IEnumerable => true,
        SpecialType.System_Collections_Generic_IEnumerable_T => true,
        SpecialType.System_Delegate => true,
        SpecialType.None => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || type.Name switch
            {
                "IAsyncEnumerable" => IsIn(type, "System.Collections.Generic"),
                "IQueryable" => IsIn(type, "System.Linq"),
                "Lazy" => IsIn(type, "System"),
                "Stream" => IsIn(type, "System.IO"),
                "Task" or "ValueTask" => IsIn(type, "System.Threading.Tasks"),
                _ => false,
            },
        _ => false,
    };

    private static bool IsIn(ITypeSymbol type, string name) => type.ContainingNamespace?.ToDisplayString() == name;
}
