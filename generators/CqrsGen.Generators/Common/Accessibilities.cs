using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Common;

/// <summary>Who can name a symbol.</summary>
internal static class Accessibilities
{
    /// <summary>
    /// Whether generated code of the same assembly can name the type: not private, protected or file-local.
    /// </summary>
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
