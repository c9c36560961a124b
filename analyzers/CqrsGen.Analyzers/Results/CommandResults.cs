using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>Tells what a command may answer with from data that a query should answer with.</summary>
/// <param name="identifiers">The names of types that the .editorconfig calls identifiers.</param>
internal sealed class CommandResults(ImmutableHashSet<string> identifiers)
{
    private const int MostIdentifiers = 4;

    private static readonly ImmutableHashSet<string> s_outcomes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Success", "Succeeded", "IsSuccess", "IsSuccessful", "IsSucceeded", "Failed",
        "IsFailure", "IsFailed", "IsError", "HasErrors", "IsValid", "Ok", "IsOk");

    /// <summary>By the options of the file in which a command is declared.</summary>
    public static CommandResults Of(AnalyzerOptions options, INamedTypeSymbol command) =>
        new(RuleOptions.ReadNames(options, command, RuleOptions.IdentifierTypes));

    /// <summary>
    /// Whether a result carries data: an object of the application with properties that are not identifiers, or
    /// several of them.
    /// </summary>
    public bool IsData(ITypeSymbol? result)
    {
        if (result is null || Inside(result) is not { } type)
        {
            return false;
        }

        type = ElementOf(type) is { } element ? element : type;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
            && !named.IsTupleType
            && !IsOfPlatform(named)
            && !IsIdentifier(named)
            && PropertiesOf(named) is { Count: > 0 } properties
            && !(properties.Count <= MostIdentifiers && properties.All(IsIdentifierProperty));
    }

    /// <summary>
    /// Whether a result is nothing, an identifier, several of them, or success or failure around those; also when
    /// what it is cannot be known.
    /// </summary>
    public bool IsAllowed(ITypeSymbol result)
    {
        if (Inside(result) is not { } type)
        {
            return true;
        }

        type = ElementOf(type) ?? type;
        return IsIdentifier(type) || IsNothing(type) || MessageRules.IsOurs(type) || type switch
        {
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element =>
                IsIdentifier(ElementOf(element.Type) ?? element.Type) || IsNamedIdentifier(element, element.Type)),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
                when !IsOfPlatform(named) => PropertiesOf(named) is { Count: > 0 and <= MostIdentifiers } properties
                    && properties.All(IsIdentifierProperty),
            _ => false,
        };
    }

    /// <summary>Whether a type is an identifier by what it is, what it is called, or how it is marked.</summary>
    public bool IsIdentifier(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return IsIdentifier(nullable.TypeArguments[0]);
        }

        return type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            || type.Name is "Guid" or "Ulid" or "Int128" or "UInt128"
            || type.Name.EndsWith("Id", StringComparison.Ordinal)
            || type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "IdentifierAttribute")
            || (!identifiers.IsEmpty && (identifiers.Contains(type.Name) || identifiers.Contains(FullName(type))))
            || (type is INamedTypeSymbol { IsRecord: true, IsValueType: true, IsReadOnly: true } record
                && PropertiesOf(record).Count == 1);
    }

    /// <summary>What a result type is about, without success or failure around it; null when that is unknown.</summary>
    private static ITypeSymbol? Inside(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol => null,
        INamedTypeSymbol { Name: "Result" or "ErrorOr" or "Fin" } result =>
            result.Arity == 1 ? Inside(result.TypeArguments[0]) : null,
        INamedTypeSymbol { Name: "OneOf" or "Either" } => null,
        INamedTypeSymbol { Arity: <= 1 } outcome when IsOutcome(outcome) =>
            outcome.Arity == 1 ? Inside(outcome.TypeArguments[0]) : null,
        _ => type,
    };

    /// <summary>
    /// Whether a type says how a command went, as IdentityResult and a home-made ServiceResponse of something do: it
    /// has a flag for that, and nothing of the application beside what it is generic in.
    /// </summary>
    private static bool IsOutcome(INamedTypeSymbol type) =>
        PropertiesOf(type) is { Count: > 1 } properties
        && properties.Any(static property => property.Type.SpecialType == SpecialType.System_Boolean
            && s_outcomes.Contains(property.Name))
        && properties.All(property => property.OriginalDefinition.Type is ITypeParameterSymbol
            || IsPlain(ElementOf(property.Type) ?? property.Type));

    private static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int32
        || type.TypeKind == TypeKind.Enum
        || type.Name.EndsWith("Error", StringComparison.Ordinal)
        || type.Name.EndsWith("Exception", StringComparison.Ordinal);

    /// <summary>A value without anything in it, as the Unit of other libraries is.</summary>
    private static bool IsNothing(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named
        && named.GetMembers().All(static member => member.IsStatic || member is not (IFieldSymbol or IPropertySymbol));

    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return null;
        }

        return type is IArrayTypeSymbol array
            ? array.ElementType
            : type.AllInterfaces.Concat(type is INamedTypeSymbol self ? [self] : [])
                .FirstOrDefault(static candidate => candidate.OriginalDefinition.SpecialType
                    == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }

    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            properties.AddRange(current.GetMembers().OfType<IPropertySymbol>().Where(static property =>
                property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }
                && property.GetMethod is not null));
        }

        return properties;
    }

    private bool IsIdentifierProperty(IPropertySymbol property) =>
        IsIdentifier(ElementOf(property.Type) ?? property.Type)
        || IsNamedIdentifier(property, property.Type);

    private static bool IsNamedIdentifier(ISymbol member, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String && member.Name.EndsWith("Id", StringComparison.Ordinal);

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" || MessageRules.IsOurs(type);
    }
}
