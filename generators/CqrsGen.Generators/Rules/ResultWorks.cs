using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Rules;

/// <summary>
/// Tells results that are finished from those that do their work when they are read, and so keep the token of their
/// handler: a timeout must not cancel them, and their token must not serve another message.
/// </summary>
internal static class ResultWorks
{
    private const int MostDepth = 5;

    /// <summary>What a result of the type may still do: also inside a <c>Result</c>, a list, or as a member.</summary>
    public static ResultWork Of(ITypeSymbol type) =>
        Of(type, MostDepth, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static ResultWork Of(ITypeSymbol type, int depth, HashSet<ITypeSymbol> seen) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType, depth, seen),
        { TypeKind: TypeKind.Delegate } => ResultWork.Later,
        { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter } => ResultWork.Unknown,
        { SpecialType: SpecialType.System_Object } => ResultWork.Unknown,
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => ResultWork.Done,
        INamedTypeSymbol named when seen.Add(named) => OfNamed(named, depth, seen),
        _ => ResultWork.Done,
    };

    private static ResultWork OfNamed(INamedTypeSymbol type, int depth, HashSet<ITypeSymbol> seen)
    {
        if (IsLater(type) || type.AllInterfaces.Any(IsLater) || Bases(type).Any(IsLater) || IsLazySequence(type))
        {
            return ResultWork.Later;
        }

        var work = IsOpen(type) ? ResultWork.Unknown : ResultWork.Done;
        foreach (var argument in type.TypeArguments)
        {
            work = Max(work, Of(argument, depth, seen));
        }

        if (!IsOwn(type))
        {
            return work;
        }

        if (depth == 0 || type is { TypeKind: TypeKind.Class, IsSealed: false })
        {
            return Max(work, ResultWork.Unknown); // What derives from it may hold more.
        }

        foreach (var level in Bases(type).Prepend(type).TakeWhile(IsOwn))
        {
            if (level.DeclaringSyntaxReferences.Length == 0)
            {
                return Max(work, ResultWork.Unknown); // A reference does not show what is private.
            }

            foreach (var held in level.GetMembers().SelectMany(member => HeldBy(member, level)))
            {
                work = Max(work, Of(held, depth - 1, seen));
            }
        }

        return work;
    }

    private static IEnumerable<ITypeSymbol> HeldBy(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => [field.Type],
        IPropertySymbol { IsStatic: false, IsIndexer: false } property when !IsEqualityContract(property) =>
            [property.Type],
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when IsPrimary(constructor, type) =>
            constructor.Parameters.Select(static parameter => parameter.Type), // Members may capture them.
        _ => [],
    };

    private static bool IsPrimary(IMethodSymbol constructor, INamedTypeSymbol type) =>
        !type.IsRecord && constructor.Parameters.Length > 0
        && constructor.DeclaringSyntaxReferences
            .Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>A sequence that is no collection is made while it is read.</summary>
    private static bool IsLazySequence(INamedTypeSymbol type)
    {
        var interfaces = type.AllInterfaces.Add(type);
        return interfaces.Any(static found => found.SpecialType == SpecialType.System_Collections_IEnumerable)
            && !interfaces.Any(IsCollection);
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        || (type is { Name: "ICollection" or "ILookup" } && IsIn(type, "System.Collections", "System.Linq"));

    private static bool IsLater(INamedTypeSymbol type) => type.Name switch
    {
        "IAsyncEnumerable" or "IAsyncEnumerator" => IsIn(type, "System.Collections.Generic"),
        "IEnumerator" => IsIn(type, "System.Collections", "System.Collections.Generic"),
        "IQueryable" => IsIn(type, "System.Linq"),
        "Lazy" or "Delegate" => IsIn(type, "System"),
        "Stream" or "TextReader" => IsIn(type, "System.IO"),
        "PipeReader" => IsIn(type, "System.IO.Pipelines"),
        "ChannelReader" or "Channel" => IsIn(type, "System.Threading.Channels"),
        "Task" or "ValueTask" => IsIn(type, "System.Threading.Tasks"),
        _ => false,
    };

    /// <summary>Whether its values can be of types that hold more than it says.</summary>
    private static bool IsOpen(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? !type.AllInterfaces.Add(type).Any(IsCollection) : type.IsAbstract;

    /// <summary>Whether its members tell. Those of the runtime and of our own results are known.</summary>
    private static bool IsOwn(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.SpecialType == SpecialType.None
        && !MessageRules.IsOurs(type) && !IsOfRuntime(type.ContainingNamespace);

    private static bool IsOfRuntime(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft";
    }

    private static bool IsEqualityContract(IPropertySymbol property) => property.Name == "EqualityContract";

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsIn(ISymbol type, string first, string? second = null)
    {
        string? name = type.ContainingNamespace?.ToDisplayString();
        return name == first || (second is not null && name == second);
    }

    private static ResultWork Max(ResultWork left, ResultWork right) => left > right ? left : right;
}
