using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>What the compiler would object to in code that names certain types, unless it is told not to.</summary>
/// <param name="IsObsolete">
/// Whether one is an obsolete error, which only code that is obsolete itself may name: no pragma helps.
/// </param>
/// <param name="Experimental">The ids of the experiments that they belong to.</param>
internal sealed record Notices(bool IsObsolete, EquatableArray<string> Experimental)
{
    public static Notices None { get; } = new(false, default);

    /// <summary>Those of a type, the types around it and its type arguments.</summary>
    public static Notices Of(ITypeSymbol type)
    {
        bool isObsolete = false;
        var ids = new List<string>();
        Collect(type, ref isObsolete, ids);
        return isObsolete || ids.Count > 0 ? new(isObsolete, ids.ToEquatableArray()) : None;
    }

    /// <summary>All of them together.</summary>
    public static Notices Of(IEnumerable<Notices> all)
    {
        var found = all.Where(static notices => notices.IsObsolete || notices.Experimental.Count > 0).ToList();
        return found.Count == 0
            ? None
            : new(
                found.Exists(static notices => notices.IsObsolete),
                found.SelectMany(static notices => notices.Experimental)
                    .Distinct()
                    .OrderBy(static id => id, StringComparer.Ordinal)
                    .ToEquatableArray());
    }

    private static void Collect(ITypeSymbol type, ref bool isObsolete, List<string> ids)
    {
        for (ISymbol? current = type; current is ITypeSymbol; current = current.ContainingSymbol)
        {
            foreach (var attribute in MayBeMarked(current) ? current.GetAttributes() : [])
            {
                switch (attribute.AttributeClass?.Name)
                {
                    case "ObsoleteAttribute":
                        isObsolete |= Last(attribute) is true;
                        break;
                    case "ExperimentalAttribute" when Last(attribute) is string id:
                        ids.Add(id);
                        break;
                }
            }
        }

        switch (type)
        {
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    Collect(argument, ref isObsolete, ids);
                }

                break;
            case IArrayTypeSymbol array:
                Collect(array.ElementType, ref isObsolete, ids);
                break;
        }
    }

    /// <summary>The last argument; that of other attributes may be an array, which has no value to ask for.</summary>
    private static object? Last(AttributeData attribute)
    {
        var last = attribute.ConstructorArguments.LastOrDefault();
        return last.Kind == TypedConstantKind.Array ? null : last.Value;
    }

    /// <summary>Attributes of source are dear to bind: their names tell whether it is worth it.</summary>
    private static bool MayBeMarked(ISymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is MemberDeclarationSyntax declaration
            && declaration.AttributeLists.Any(static list => list.Attributes.Any(static attribute =>
                SyntaxRules.SimpleName(attribute.Name) is "Obsolete" or "ObsoleteAttribute"
                    or "Experimental" or "ExperimentalAttribute")));
}
