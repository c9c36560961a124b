using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes a message one that generated code cannot carry.</summary>
internal static class MessageProblems
{
    /// <summary>What is wrong, naming the type, then the remedy; null when nothing is.</summary>
    public static string? Of(INamedTypeSymbol type)
    {
        if (!VisibilityRules.IsNameable(type))
        {
            return $"{type.ToDisplayString()} is private or file-local. Make it internal or public.";
        }

        if (type.IsRefLikeType)
        {
            return $"{type.ToDisplayString()} is a ref struct, which cannot wait for a handler. Make it a struct " +
                $"or a class.";
        }

        return type.IsStatic ? $"{type.ToDisplayString()} is static. Make it a record." : null;
    }
}
