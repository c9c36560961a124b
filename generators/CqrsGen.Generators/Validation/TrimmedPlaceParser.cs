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

            if (current.GetAttributes().Any(Warns) && IsDeclaredPlain(current, cancellationToken))
            {
                yield return PlaceOf("member", current);

                // The native compiler knows constructors as targets, but no properties and fields.
                if (Parts(current.ContainingType, cancellationToken).All(static part => part.Members.All(IsPlain)
                    && !HasBaseArguments(part)))
                {
                    yield return PlaceOf("type", current.ContainingType);
                }
            }

            foreach (var constructor in current.ContainingType.InstanceConstructors)
            {
                if (constructor.Parameters.Any(parameter =>
                    parameter.Name == current.Name && parameter.GetAttributes().Any(Warns))
                    && IsPlain(constructor, cancellationToken))
                {
                    yield return PlaceOf("member", constructor);
                }
            }
        }
    }

    // What is silenced must have no code of its own: its warnings would be silenced with the attributes'.

    /// <summary>Whether a constructor is a primary one that only keeps its parameters.</summary>
    private static bool IsPlain(IMethodSymbol constructor, CancellationToken cancellationToken)
    {
        bool isPrimary = constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);
        var parameters = new HashSet<string>(constructor.Parameters.Select(static parameter => parameter.Name));
        return isPrimary && Parts(constructor.ContainingType, cancellationToken).All(part =>
            !HasBaseArguments(part) && part.Members.All(member => Initializers(member).All(initializer =>
                IsPlain(initializer) || (initializer.Value is IdentifierNameSyntax { Identifier.ValueText: var name }
                    && parameters.Contains(name)))));
    }

    /// <summary>Whether a property or field is declared without a line of code.</summary>
    private static bool IsDeclaredPlain(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.All(reference => reference.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax property => IsPlain(property),
            VariableDeclaratorSyntax { Initializer: var initializer } => initializer is null || IsPlain(initializer),
            _ => true, // The parameter that a record makes a property of.
        });

    private static bool IsPlain(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.ExpressionBody is null
            && Initializers(property).All(IsPlain)
            && property.AccessorList?.Accessors.All(static accessor =>
                accessor is { Body: null, ExpressionBody: null }) == true,
        FieldDeclarationSyntax field => Initializers(field).All(IsPlain),
        _ => false,
    };

    private static bool IsPlain(EqualsValueClauseSyntax initializer) =>
        initializer.Value is LiteralExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 };

    private static IEnumerable<EqualsValueClauseSyntax> Initializers(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables
            .Select(static variable => variable.Initializer).OfType<EqualsValueClauseSyntax>(),
        _ => [],
    };

    private static bool HasBaseArguments(TypeDeclarationSyntax part) =>
        part.BaseList?.Types.Any(static parent => parent is PrimaryConstructorBaseTypeSyntax) == true;

    private static IEnumerable<TypeDeclarationSyntax> Parts(
        INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>();

    private static TrimmedPlace PlaceOf(string scope, ISymbol symbol) =>
        new(scope, symbol.OriginalDefinition.GetDocumentationCommentId() ?? "");
}
