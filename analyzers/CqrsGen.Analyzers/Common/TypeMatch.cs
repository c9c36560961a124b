using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>Finds what type parameters stand for, and whether that keeps their constraints.</summary>
internal sealed class TypeMatch
{
    private readonly Dictionary<ITypeSymbol, ITypeSymbol> _bound = new(ApplicationIndex.Types);

    /// <summary>
    /// Whether a type is what a pattern says; type parameters of the pattern stand for what they meet.
    /// </summary>
    public bool Unify(ITypeSymbol pattern, ITypeSymbol type)
    {
        if (pattern is ITypeParameterSymbol parameter)
        {
            if (!_bound.TryGetValue(parameter, out var known))
            {
                _bound[parameter] = known = type;
            }

            return SymbolEqualityComparer.Default.Equals(known, type);
        }

        return SymbolEqualityComparer.Default.Equals(pattern, type) || (pattern, type) switch
        {
            (IArrayTypeSymbol one, IArrayTypeSymbol other) =>
                one.Rank == other.Rank && Unify(one.ElementType, other.ElementType),
            (INamedTypeSymbol one, INamedTypeSymbol other) =>
                SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition)
                && one.TypeArguments.Length > 0
                && one.TypeArguments.Zip(other.TypeArguments, Unify).All(static fits => fits),
            _ => false,
        };
    }

    /// <summary>Whether a pattern says what a type is, or one of its base types or interfaces.</summary>
    public bool UnifySupertype(ITypeSymbol pattern, ITypeSymbol type)
    {
        if (pattern.SpecialType == SpecialType.System_Object || Unify(pattern, type))
        {
            return true;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (Unify(pattern, current))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(candidate => Unify(pattern, candidate));
    }

    /// <summary>Whether all of these are known and keep their constraints.</summary>
    public bool Satisfies(IEnumerable<ITypeParameterSymbol> parameters) => parameters.All(parameter =>
        _bound.TryGetValue(parameter, out var type)
        && (!parameter.HasReferenceTypeConstraint || type.IsReferenceType)
        && (!parameter.HasValueTypeConstraint || type.IsValueType)
        && (!parameter.HasUnmanagedTypeConstraint || type.IsUnmanagedType)
        && (!parameter.HasConstructorConstraint || HasDefaultConstructor(type))
        && parameter.ConstraintTypes.All(constraint => UnifySupertype(constraint, type)));

    private static bool HasDefaultConstructor(ITypeSymbol type) =>
        type.IsValueType
        || (type is INamedTypeSymbol { IsAbstract: false } named && named.InstanceConstructors.Any(
            static constructor => constructor is
            {
                Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public,
            }));
}
