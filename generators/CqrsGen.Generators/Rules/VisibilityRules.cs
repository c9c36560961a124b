using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What generated code of the same assembly can name.</summary>
internal static class VisibilityRules
{
    /// <summary>Whether a type is neither private nor protected nor file-local, nor nested in one that is.</summary>
    public static bool IsNameable(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || !IsNameable(current.DeclaredAccessibility))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a member of this accessibility can be named, when its type can.</summary>
    public static bool IsNameable(Accessibility accessibility) =>
        accessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);

    /// <summary>Whether a type, or a type around it, has type parameters.</summary>
    public static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }
}
