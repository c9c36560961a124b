using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Validation;

/// <summary>
/// Tells by its looks whether a type can need validation. Most messages have no attributes and members of plain types;
/// binding those would cost more than everything else that is parsed of them.
/// </summary>
internal static class ValidationSyntax
{
    /// <summary>Whether the type must be looked at more closely.</summary>
    public static bool MayNeedValidation(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.DeclaringSyntaxReferences.Length == 0)
        {
            return !AnnotationNames.IsFramework(type);
        }

        bool hasBases = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
            {
                return false; // An enum or a delegate.
            }

            if (MayNeedValidation(declaration))
            {
                return true;
            }

            hasBases |= declaration.BaseList is not null;
        }

        return hasBases && BasesMayNeedValidation(type, cancellationToken);
    }

    /// <summary>Whether a member is declared with attributes; unknown, and so true, outside of source.</summary>
    public static bool MayHaveAttributes(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0)
        {
            return true;
        }

        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case PropertyDeclarationSyntax { AttributeLists.Count: 0 }:
                case ParameterSyntax { AttributeLists.Count: 0 }:
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { AttributeLists.Count: 0 } }:
                    continue;
                case TypeDeclarationSyntax type when !HasUnknownAttributes(type):
                    continue;
                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a property computes its value: validation does not descend into such.</summary>
    public static bool IsComputed(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.SetMethod is null
        && property.DeclaringSyntaxReferences.Length > 0
        && property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody is not null
            || declaration.AccessorList!.Accessors.Any(static accessor =>
                accessor.Body is not null || accessor.ExpressionBody is not null));

    private static bool BasesMayNeedValidation(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (AnnotationNames.IsValidatableObject(candidate))
            {
                return true;
            }
        }

        return type.BaseType is { SpecialType: SpecialType.None } baseType
            && MayNeedValidation(baseType, cancellationToken);
    }

    private static bool MayNeedValidation(TypeDeclarationSyntax declaration)
    {
        if (HasUnknownAttributes(declaration))
        {
            return true;
        }

        if (declaration is RecordDeclarationSyntax { ParameterList: { } parameters })
        {
            foreach (var parameter in parameters.Parameters)
            {
                if (parameter.AttributeLists.Count > 0 || !IsPlain(parameter.Type))
                {
                    return true;
                }
            }
        }

        foreach (var member in declaration.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property when !property.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && (property.AttributeLists.Count > 0 || !IsPlain(property.Type)):
                case FieldDeclarationSyntax field when field.AttributeLists.Count > 0
                    || (IsOpenInstance(field.Modifiers) && !IsPlain(field.Declaration.Type)):
                    return true;
            }
        }

        return false;
    }

    private static bool IsOpenInstance(SyntaxTokenList modifiers) =>
        !modifiers.Any(SyntaxKind.StaticKeyword)
        && !modifiers.Any(SyntaxKind.ConstKeyword)
        && (modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.InternalKeyword));

    /// <summary>Attributes of the type itself that may be rules: all but the ones that everybody writes.</summary>
    private static bool HasUnknownAttributes(TypeDeclarationSyntax declaration) =>
        SyntaxRules.HasAttribute(declaration.AttributeLists, static name => name is not
            ("Command" or "Query" or "Event" or "Use" or "Serializable" or "DebuggerDisplay" or "StructLayout"
            or "JsonConverter" or "JsonPolymorphic" or "JsonDerivedType" or "Obsolete" or "ExcludeFromCodeCoverage"));

    /// <summary>A type without members that could have rules.</summary>
    private static bool IsPlain(TypeSyntax? type) => type switch
    {
        PredefinedTypeSyntax => true,
        NullableTypeSyntax nullable => IsPlain(nullable.ElementType),
        ArrayTypeSyntax array => IsPlain(array.ElementType),
        IdentifierNameSyntax name => name.Identifier.ValueText
            is "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri",
        GenericNameSyntax generic => IsPlainCollection(generic),
        _ => type is null,
    };

    private static bool IsPlainCollection(GenericNameSyntax type)
    {
        if (type.Identifier.ValueText is not ("EquatableList" or "IReadOnlyList" or "IReadOnlyCollection"
            or "IEnumerable" or "List" or "IList" or "ImmutableArray" or "Dictionary" or "IReadOnlyDictionary"))
        {
            return false;
        }

        foreach (var argument in type.TypeArgumentList.Arguments)
        {
            if (!IsPlain(argument))
            {
                return false;
            }
        }

        return true;
    }
}
