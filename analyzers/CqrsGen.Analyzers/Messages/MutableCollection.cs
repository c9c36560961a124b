using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Messages;

/// <summary>
/// A collection type whose items can be added, removed or replaced by whoever holds it. Shared by the rule and its fix.
/// </summary>
/// <param name="Item">The item, or the value of a dictionary.</param>
/// <param name="IsList">Whether it keeps its items in an order that can be asked for by index.</param>
/// <param name="ReadOnly">The interface of the platform that only reads, by its metadata name.</param>
/// <param name="Arguments">The type arguments of that interface.</param>
internal sealed record MutableCollection(
    ITypeSymbol Item, bool IsList, string ReadOnly, ITypeSymbol[] Arguments)
{
    private const string Space = "System.Collections.Generic.";

    /// <summary>What a type is; null for what cannot be changed, and for bytes, which are one value.</summary>
    public static MutableCollection? Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 && array.ElementType.SpecialType is not SpecialType.System_Byte
                ? List(array.ElementType, isList: true)
                : null;
        }

        if (type is not INamedTypeSymbol { Arity: 1 or 2 } named || !IsOfPlatform(named.ContainingNamespace))
        {
            return null;
        }

        var item = named.TypeArguments[named.Arity - 1];
        return (named.Name, named.Arity) switch
        {
            ("List" or "IList" or "Collection" or "ObservableCollection", 1) => List(item, isList: true),
            ("ICollection" or "ISet" or "HashSet" or "SortedSet" or "Queue" or "Stack" or "LinkedList", 1) =>
                List(item, isList: false),
            ("IDictionary" or "Dictionary" or "SortedDictionary" or "SortedList", 2) =>
                new(item, IsList: false, Space + "IReadOnlyDictionary`2", [.. named.TypeArguments]),
            _ => null,
        };
    }

    /// <summary>The read-only interface as a message names it.</summary>
    public string Display
    {
        get
        {
            string name = ReadOnly.Substring(Space.Length, ReadOnly.IndexOf('`') - Space.Length);
            return $"{name}<{string.Join(", ", Arguments.Select(Common.SymbolNames.Short))}>";
        }
    }

    private static MutableCollection List(ITypeSymbol item, bool isList) =>
        new(item, isList, Space + (isList ? "IReadOnlyList`1" : "IReadOnlyCollection`1"), [item]);

    private static bool IsOfPlatform(INamespaceSymbol space) => space is
    {
        Name: "Generic" or "ObjectModel",
        ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System" } system },
    } && system.ContainingNamespace.IsGlobalNamespace;
}
