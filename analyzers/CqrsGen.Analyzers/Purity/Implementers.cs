using System.Collections.Concurrent;
using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// The types of a compilation that derive from another. Only what names say may derive is bound. Safe for concurrent
/// use.
/// </summary>
internal sealed class Implementers(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _found =
        new((IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);

    private NameMap<(string Type, SyntaxTree Tree, TextSpan Span)>? _byBase;
    private ILookup<string, string>? _aliases;

    /// <summary>
    /// The classes and structs that derive from a type, in the order of their names, by which ties are broken too.
    /// </summary>
    public ImmutableArray<INamedTypeSymbol> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return _found.TryGetValue(type, out var found)
            ? found
            : _found.GetOrAdd(type, Find(type, cancellationToken));
    }

    private ImmutableArray<INamedTypeSymbol> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var byBase = ByBase(cancellationToken);
        var names = new Queue<string>([type.Name]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { type.Name };
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (names.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string current = names.Dequeue();
            foreach (string alias in _aliases![current])
            {
                if (seen.Add(alias))
                {
                    names.Enqueue(alias);
                }
            }

            foreach (var (name, tree, span) in byBase.Find(current))
            {
                if (Bind(tree, span, cancellationToken) is { } candidate && Derives(candidate, type))
                {
                    found.Add(candidate);
                    if (seen.Add(name))
                    {
                        names.Enqueue(name);
                    }
                }
            }
        }

        return [.. found.OfType<INamedTypeSymbol>()
            .Where(static candidate => candidate.TypeKind is TypeKind.Class or TypeKind.Struct)
            .OrderBy(static candidate => candidate.ToDisplayString(), StringComparer.Ordinal)];
    }

    private INamedTypeSymbol? Bind(SyntaxTree tree, TextSpan span, CancellationToken cancellationToken)
    {
        var declaration = tree.GetRoot(cancellationToken).FindToken(span.Start).Parent?.AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>().FirstOrDefault(candidate => candidate.Span == span);
        return declaration is null
            ? null
            : compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration, cancellationToken);
    }

    private static bool Derives(INamedTypeSymbol candidate, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var implemented in candidate.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, type))
                {
                    return true;
                }
            }

            return false;
        }

        for (var current = candidate.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type))
            {
                return true;
            }
        }

        return false;
    }

    private NameMap<(string Type, SyntaxTree Tree, TextSpan Span)> ByBase(CancellationToken cancellationToken)
    {
        if (_byBase is { } known)
        {
            return known;
        }

        _aliases ??= compilation.SyntaxTrees
            .SelectMany(tree => BaseNames.Of(tree, cancellationToken).Aliases)
            .ToLookup(static item => item.Target, static item => item.Alias, StringComparer.Ordinal);
        known = new(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var (parent, type, span) in BaseNames.Of(tree, cancellationToken).Types)
            {
                known.Add(parent, (type, tree, span));
            }
        }

        return Interlocked.CompareExchange(ref _byBase, known, null) ?? known;
    }
}
