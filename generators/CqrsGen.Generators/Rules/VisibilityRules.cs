using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What generated code of the same assembly, and that of others, can name.</summary>
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

    /// <summary>Whether other assemblies can name the type.</summary>
    public static bool IsVisibleOutside(this ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.IsVisibleOutside();
        }

        if (type is INamedTypeSymbol named
            && named.TypeArguments.Any(static argument => !argument.IsVisibleOutside()))
        {
            return false;
        }

        for (ISymbol? current = type;
            current is ITypeSymbol and not ITypeParameterSymbol;
            current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
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
