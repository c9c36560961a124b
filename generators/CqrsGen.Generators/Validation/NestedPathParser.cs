using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Finds the ways from a value to the objects inside it: itself, items, items of items.</summary>
internal static class NestedPathParser
{
    private const int MostCollections = 4; // A list in a list in a list in a list; more is a type that contains itself.

    public static IEnumerable<NestedPath> Parse(ITypeSymbol type, int depth = 0)
    {
        type = WithoutNullable(type);
        if (type is INamedTypeSymbol named && IsCandidate(named))
        {
            yield return new NestedPath(new NestedModel { Kind = NestedKind.Object }, null, named);
        }

        if (depth < MostCollections && StepInto(type, out var item) is { } step)
        {
            foreach (var path in Parse(item!, depth + 1))
            {
                yield return new NestedPath(step, path, null);
            }
        }
    }

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type;

    /// <summary>Whether objects of the type can have rules at all.</summary>
    private static bool IsCandidate(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.None
        && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && !type.IsTupleType
        && !type.IsRefLikeType
        && !type.IsUnboundGenericType
        && !AnnotationNames.IsFramework(type);

    private static NestedModel? StepInto(ITypeSymbol type, out ITypeSymbol? item)
    {
        item = null;
        if (type is IArrayTypeSymbol array)
        {
            item = array.ElementType;
            return array.Rank == 1 ? Step(NestedKind.List, "Length", item) : Step(NestedKind.Sequence, null, item);
        }

        if (type.SpecialType == SpecialType.System_String || type is not INamedTypeSymbol named
            || ItemOf(named) is not { } found)
        {
            return null;
        }

        item = found;
        if (found is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair && AnnotationNames.IsFramework(pair))
        {
            item = pair.TypeArguments[1];
            return Step(NestedKind.Dictionary, null, item);
        }

        return named is { Name: "ImmutableArray", Arity: 1 } && AnnotationNames.IsFramework(named)
            ? Step(NestedKind.List, "Length", item) with { MayBeDefault = true }
            : IsList(named) ? Step(NestedKind.List, "Count", item) : Step(NestedKind.Sequence, null, item);
    }

    private static NestedModel Step(NestedKind kind, string? count, ITypeSymbol item) => new()
    {
        Kind = kind,
        Count = count,
        ItemCanBeNull = !item.IsValueType || item.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
        ItemIsNullableValue = item.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
    };

    private static ITypeSymbol? ItemOf(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        {
            return type.TypeArguments[0];
        }

        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return candidate.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>Whether the type itself offers <c>Count</c> and an indexer by position.</summary>
    private static bool IsList(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
        || (type.TypeKind != TypeKind.Interface
            && type.AllInterfaces.Any(static candidate => candidate.OriginalDefinition.SpecialType
                == SpecialType.System_Collections_Generic_IReadOnlyList_T)
            && HasPublic(type, "Count") && HasPublic(type, "this[]"));

    private static bool HasPublic(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(static member =>
                member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } property
                && (property.Parameters.Length == 0
                    || property.Parameters[0].Type.SpecialType == SpecialType.System_Int32)))
            {
                return true;
            }
        }

        return false;
    }
}
