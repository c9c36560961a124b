using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Common;

/// <summary>Who can name a symbol.</summary>
internal static class Accessibilities
{
    /// <summary>Whether other assemblies can name the type.</summary>
    public static bool IsVisibleOutside(this ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.IsVisibleOutside();
        }

        if (type is INamedTypeSymbol named && named.TypeArguments.Any(static argument => !argument.IsVisibleOutside()))
        {
            return false;
        }

        for (ISymbol? current = type; current is ITypeSymbol and not ITypeParameterSymbol; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether generated code of the same assembly can name the type: not private, protected or file-local.</summary>
    public static bool IsVisibleInside(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || current.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
