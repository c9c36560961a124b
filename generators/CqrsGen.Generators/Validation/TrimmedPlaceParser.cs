using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Validation;

/// <summary>
/// Finds the attributes that warn of IL2026 in a trimmed build: the constructors of <c>[MinLength]</c> and some others
/// ask for it, since the attributes' own code reflects. The generated rule does not.
/// </summary>
internal static class TrimmedPlaceParser
{
    /// <summary>Whether an attribute warns although nobody runs its code.</summary>
    public static bool Warns(AttributeData attribute) =>
        attribute is { AttributeClass: { } type, AttributeConstructor: { } constructor }
        && type.Name is "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute" or "CompareAttribute"
            or "RangeAttribute"
        && AnnotationNames.IsAnnotation(type)
        && constructor.GetAttributes().Any(static found =>
            found.AttributeClass?.Name == "RequiresUnreferencedCodeAttribute");

    /// <summary>The places of such attributes of one member, as far as this assembly declares them.</summary>
    public static IEnumerable<TrimmedPlace> Parse(
        ISymbol member, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        for (var current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (!SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, assembly))
            {
                continue;
            }

            if (current.GetAttributes().Any(Warns))
            {
                yield return PlaceOf("member", current);

                // The native compiler knows constructors as targets, but no properties and fields.
                if (IsPlain(current.ContainingType, cancellationToken))
                {
                    yield return PlaceOf("type", current.ContainingType);
                }
            }

            foreach (var constructor in current.ContainingType.InstanceConstructors)
            {
                if (constructor.Parameters.Any(parameter =>
                    parameter.Name == current.Name && parameter.GetAttributes().Any(Warns)))
                {
                    yield return PlaceOf("member", constructor);
                }
            }
        }
    }

    /// <summary>Whether a type has no code of its own, whose warnings would be silenced with the attributes'.</summary>
    private static bool IsPlain(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Members.All(IsPlain)
            && declaration.BaseList?.Types.Any(static parent => parent is PrimaryConstructorBaseTypeSyntax) != true);

    private static bool IsPlain(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.ExpressionBody is null
            && IsPlain(property.Initializer)
            && property.AccessorList?.Accessors.All(static accessor =>
                accessor is { Body: null, ExpressionBody: null }) == true,
        FieldDeclarationSyntax field => field.Declaration.Variables.All(static variable =>
            IsPlain(variable.Initializer)),
        _ => false,
    };

    private static bool IsPlain(EqualsValueClauseSyntax? initializer) =>
        initializer?.Value is null or LiteralExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 };

    private static TrimmedPlace PlaceOf(string scope, ISymbol symbol) =>
        new(scope, symbol.OriginalDefinition.GetDocumentationCommentId() ?? "");
}
