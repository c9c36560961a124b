using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Answers what a member does by the table of <see cref="CatalogueTable"/>. One per compilation.</summary>
internal sealed class Catalogue
{
    private const string Constructor = ".ctor";

    /// <summary>The table by type, or by namespace with <c>.*</c>. It does not depend on any compilation.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<CatalogueEntry>> Table =
        Parse(CatalogueTable.Text);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<CatalogueEntry>> _types =
        new((IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);

    /// <summary>
    /// What is known of a method, by its own name, that of the methods it overrides, or of the members of interfaces
    /// that its type declares; null when nothing is.
    /// </summary>
    public CatalogueEntry? Find(IMethodSymbol method)
    {
        for (var current = method.ReducedFrom ?? method; current is not null; current = current.OverriddenMethod)
        {
            if (Find(current.ContainingType, current.MethodKind == MethodKind.Constructor ? Constructor : current.Name)
                is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private CatalogueEntry? Find(INamedTypeSymbol type, string name)
    {
        foreach (var entry in _types.GetOrAdd(type.OriginalDefinition, EntriesOf))
        {
            if (entry.Matches(name))
            {
                return entry;
            }
        }

        return null;
    }

    private static ImmutableArray<CatalogueEntry> EntriesOf(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace is null or { IsGlobalNamespace: true })
        {
            return [];
        }

        string space = type.ContainingNamespace.ToDisplayString();
        if (Table.TryGetValue($"{space}.{type.MetadataName}", out var entries))
        {
            // Of a type that is listed by itself, the rest is as in its namespace.
            return entries.AddRange(EntriesOf(space));
        }

        return EntriesOf(space);
    }

    private static ImmutableArray<CatalogueEntry> EntriesOf(string space)
    {
        while (true)
        {
            if (Table.TryGetValue(space + ".*", out var entries))
            {
                return entries;
            }

            int dot = space.LastIndexOf('.');
            if (dot < 0)
            {
                return [];
            }

            space = space.Substring(0, dot);
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<CatalogueEntry>> Parse(string text)
    {
        var table = ImmutableDictionary.CreateBuilder<string, ImmutableArray<CatalogueEntry>>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n').Where(static line => line.Trim().Length > 0))
        {
            int colon = line.IndexOf(':');
            int equals = line.IndexOf('=', colon);
            string type = line.Substring(0, colon).Trim();
            string[] effect = line.Substring(equals + 1).Trim().Split(' ');
            var action = (CatalogueAction)Enum.Parse(typeof(CatalogueAction), effect[0]);
            string target = effect.Length > 1 ? effect[1] : "";
            table.TryGetValue(type, out var known);
            table[type] = (known.IsDefault ? [] : known).AddRange(line.Substring(colon + 1, equals - colon - 1)
                .Split([' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new CatalogueEntry(
                    name.TrimEnd('*'), name.EndsWith("*", StringComparison.Ordinal), action, target)));
        }

        return table.ToImmutable();
    }
}
