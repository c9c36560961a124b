using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>Knows System.ComponentModel.DataAnnotations and our normalisation attributes by name.</summary>
internal static class AnnotationNames
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    /// <summary>Whether the attribute validates: it derives from <c>ValidationAttribute</c>.</summary>
    public static bool IsValidation(INamedTypeSymbol attribute)
    {
        for (var current = attribute; current is not null; current = current.BaseType)
        {
            if (current.Name == "ValidationAttribute" && IsAnnotation(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is one of System.ComponentModel.DataAnnotations.</summary>
    public static bool IsAnnotation(INamedTypeSymbol type) => IsIn(type.ContainingNamespace, DataAnnotations);

    /// <summary>Whether the attribute normalises.</summary>
    public static bool IsNormalization(INamedTypeSymbol attribute) =>
        attribute.Name is "TrimAttribute" or "LowercaseAttribute" or "UppercaseAttribute" or "EmptyToNullAttribute"
        && MessageRules.IsOurs(attribute);

    /// <summary>Whether the interface is <c>IValidatableObject</c>.</summary>
    public static bool IsValidatableObject(INamedTypeSymbol type) =>
        type.Name == "IValidatableObject" && IsAnnotation(type);

    /// <summary>Whether types of the namespace are the framework's, which carry no rules.</summary>
    public static bool IsFramework(ITypeSymbol type)
    {
        var current = type.ContainingNamespace;
        while (current is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            current = current.ContainingNamespace;
        }

        return current is { Name: "System" or "Microsoft" } || MessageRules.IsOurs(type);
    }

    private static bool IsIn(INamespaceSymbol? space, string name)
    {
        foreach (string part in Reverse(name))
        {
            if (space is null || space.Name != part)
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    private static string[] Reverse(string name)
    {
        string[] parts = name.Split('.');
        Array.Reverse(parts);
        return parts;
    }
}
