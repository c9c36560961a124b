using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What the compiler would object to in code that names certain types and members, unless it is told not to.
/// </summary>
/// <param name="IsObsolete">
/// Whether one is an obsolete error, which only code that is obsolete itself may name: no pragma helps.
/// </param>
/// <param name="Ids">The ids of their own that the objections have: of experiments, and of obsolete things.</param>
internal sealed record Notices(bool IsObsolete, EquatableArray<string> Ids)
{
    public static Notices None { get; } = new(false, default);

    /// <summary>Those of a type, the types around it and its type arguments.</summary>
    public static Notices Of(ITypeSymbol type)
    {
        bool isObsolete = false;
        List<string>? ids = null;
        Collect(type, ref isObsolete, ref ids);
        return Create(isObsolete, ids);
    }

    /// <summary>Those of a member and of what it overrides.</summary>
    public static Notices OfMember(ISymbol member)
    {
        bool isObsolete = false;
        List<string>? ids = null;
        for (var current = member; current is not null; current = OverriddenBy(current))
        {
            if (MayBeMarked(current))
            {
                Collect(current.GetAttributes(), ref isObsolete, ref ids);
            }
        }

        return Create(isObsolete, ids);
    }

    /// <summary>Those of the methods of one name that a class has, of its own or from its bases.</summary>
    public static Notices OfMethods(INamedTypeSymbol type, string name)
    {
        List<Notices>? found = null;
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (MayHaveMarked(current, name))
            {
                (found ??= []).AddRange(current.GetMembers(name).Select(OfMember));
            }
        }

        return found is null ? None : Of(found);
    }

    /// <summary>Those of attributes, wherever they are written.</summary>
    public static Notices Of(IEnumerable<AttributeData> attributes)
    {
        bool isObsolete = false;
        List<string>? ids = null;
        Collect(attributes, ref isObsolete, ref ids);
        return Create(isObsolete, ids);
    }

    /// <summary>All of them together.</summary>
    public static Notices Of(IEnumerable<Notices> all)
    {
        var found = all.Where(static notices => notices.IsObsolete || notices.Ids.Count > 0).ToList();
        return found.Count == 0
            ? None
            : new(
                found.Exists(static notices => notices.IsObsolete),
                found.SelectMany(static notices => notices.Ids)
                    .Distinct()
                    .OrderBy(static id => id, StringComparer.Ordinal)
                    .ToEquatableArray());
    }

    /// <summary>Whether attributes in source have, by their names, anything to say here.</summary>
    public static bool MayBeMarked(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (SyntaxRules.SimpleName(attribute.Name) is "Obsolete" or "ObsoleteAttribute"
                    or "Experimental" or "ExperimentalAttribute")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Notices Create(bool isObsolete, List<string>? ids) =>
        isObsolete || ids is not null ? new(isObsolete, ids?.ToEquatableArray() ?? default) : None;

    private static void Collect(ITypeSymbol type, ref bool isObsolete, ref List<string>? ids)
    {
        for (ISymbol? current = type; current is ITypeSymbol; current = current.ContainingSymbol)
        {
            if (MayBeMarked(current))
            {
                Collect(current.GetAttributes(), ref isObsolete, ref ids);
            }
        }

        switch (type)
        {
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    Collect(argument, ref isObsolete, ref ids);
                }

                break;
            case IArrayTypeSymbol array:
                Collect(array.ElementType, ref isObsolete, ref ids);
                break;
        }
    }

    private static void Collect(
        IEnumerable<AttributeData> attributes, ref bool isObsolete, ref List<string>? ids)
    {
        foreach (var attribute in attributes)
        {
            string? id = null;
            switch (attribute.AttributeClass?.Name)
            {
                case "ObsoleteAttribute":
                    isObsolete |= Last(attribute) is true;
                    id = Own(attribute);
                    break;
                case "ExperimentalAttribute":
                    id = Last(attribute) as string;
                    break;
            }

            // Nothing else can stand in a pragma.
            if (id is not null && SyntaxFacts.IsValidIdentifier(id))
            {
                (ids ??= []).Add(id);
            }
        }
    }

    /// <summary>The id that an obsolete thing has of its own.</summary>
    private static string? Own(AttributeData attribute)
    {
        var stated = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "DiagnosticId").Value;
        return stated.Kind == TypedConstantKind.Primitive ? stated.Value as string : null;
    }

    /// <summary>The last argument; that of other attributes may be an array, which has no value to ask for.</summary>
    private static object? Last(AttributeData attribute)
    {
        var last = attribute.ConstructorArguments.LastOrDefault();
        return last.Kind == TypedConstantKind.Array ? null : last.Value;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>Attributes of source are dear to bind: their names tell whether it is worth it.</summary>
    private static bool MayBeMarked(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.IsEmpty
        || symbol.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is MemberDeclarationSyntax declaration && MayBeMarked(declaration.AttributeLists));

    /// <summary>Whether a method of a name may be marked. To ask for members would bind them all.</summary>
    private static bool MayHaveMarked(INamedTypeSymbol type, string name) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Members.Any(member => member is MethodDeclarationSyntax method
                && method.Identifier.ValueText == name && MayBeMarked(method.AttributeLists)));
}
