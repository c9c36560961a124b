using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>
/// Reads constructors from their syntax. A symbol tells its constructors only after the compiler has bound all its
/// members and, for a primary constructor, every body that might use a parameter: the dearest question to ask.
/// </summary>
internal static class ConstructorSyntax
{
    /// <summary>
    /// The parameters of the only constructor of a class without required members, none for the implicit one; false
    /// where only the symbol can tell.
    /// </summary>
    public static bool TryFind(
        INamedTypeSymbol type, CancellationToken cancellationToken, out SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        parameters = default;
        if (type is not { TypeKind: TypeKind.Class, IsRecord: false, BaseType.SpecialType: SpecialType.System_Object }
            || type.DeclaringSyntaxReferences.Length == 0)
        {
            return false;
        }

        int found = 0;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not ClassDeclarationSyntax declaration)
            {
                return false;
            }

            if (declaration.ParameterList is { } primary)
            {
                found++;
                parameters = primary.Parameters;
                if (declaration.AttributeLists.Any(static list =>
                    list.Target?.Identifier.ValueText == "method"))
                {
                    return false;
                }
            }

            foreach (var member in declaration.Members)
            {
                if (member.Modifiers.Any(SyntaxKind.RequiredKeyword))
                {
                    return false;
                }

                if (member is ConstructorDeclarationSyntax constructor
                    && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
                {
                    found++;
                    parameters = constructor.ParameterList.Parameters;
                    if (!constructor.Modifiers.Any(SyntaxKind.PublicKeyword)
                        || Common.Notices.MayBeMarked(constructor.AttributeLists))
                    {
                        return false;
                    }
                }
            }
        }

        return found <= 1 && parameters.All(IsPlain);
    }

    /// <summary>
    /// Whether a class or record that is declared here satisfies <c>new()</c>, given that it is not abstract.
    /// </summary>
    public static bool HasPublicDefault(INamedTypeSymbol type)
    {
        bool hasAny = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            {
                return false;
            }

            if (declaration.ParameterList is { } primary)
            {
                if (primary.Parameters.Count == 0)
                {
                    return true;
                }

                hasAny = true;
            }

            foreach (var member in declaration.Members)
            {
                if (member is not ConstructorDeclarationSyntax constructor
                    || constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
                {
                    continue;
                }

                if (constructor.ParameterList.Parameters.Count == 0)
                {
                    return constructor.Modifiers.Any(SyntaxKind.PublicKeyword);
                }

                // A record has its parameterless constructor beside one that copies it.
                hasAny |= !type.IsRecord || !IsCopy(constructor, type);
            }
        }

        return !hasAny;
    }

    /// <summary>Attributes, defaults, modifiers and annotations say something that only the symbol tells.</summary>
    private static bool IsPlain(ParameterSyntax parameter) =>
        parameter is { AttributeLists.Count: 0, Default: null, Modifiers.Count: 0 }
        && parameter.Type is SimpleNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax;

    private static bool IsCopy(ConstructorDeclarationSyntax constructor, INamedTypeSymbol type) =>
        constructor.ParameterList.Parameters.Count == 1
        && constructor.ParameterList.Parameters[0].Type is SimpleNameSyntax name
        && name.Identifier.ValueText == type.Name;
}
