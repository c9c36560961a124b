using System.Collections.Concurrent;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What the plain names of attributes stand for where they are written. Mostly one type alone has the name, ours, and
/// nothing is looked up: the first look into a scope costs milliseconds in every compilation. Where another has it too,
/// files of one namespace with the same usings are asked once.
/// </summary>
internal sealed class ScopedNames(Compilation compilation)
{
    private const string Ours = "CqrsGen";
    private const string Suffix = "Attribute";

    private readonly ConcurrentDictionary<string, bool> _shared = new();
    private readonly ConcurrentDictionary<(string Name, string Namespace, string Usings), bool> _known = new();

    /// <summary>Whether an attribute that is a plain name is somebody else's.</summary>
    public bool IsForeign(AttributeSyntax attribute, INamedTypeSymbol type, SemanticModel semantics)
    {
        if (!AttributeFinder.IsPlain(attribute))
        {
            return false; // It was bound when it was found.
        }

        string name = SyntaxRules.SimpleName(attribute.Name);
        if (!_shared.GetOrAdd(name, IsShared) && !HasAlias(attribute, name))
        {
            return false;
        }

        if (type.ContainingType is not null)
        {
            return IsForeign(name, attribute, semantics); // What is nested around it is in scope too.
        }

        string space = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : CompilationCache.Of(semantics.Compilation).Namespace(type.ContainingNamespace);
        var key = (name, space, string.Concat(UsingsAround(attribute)));
        if (!_known.TryGetValue(key, out bool isForeign))
        {
            _known[key] = isForeign = IsForeign(name, attribute, semantics);
        }

        return isForeign;
    }

    /// <summary>
    /// Whether a type of this compilation or of a reference has the name too, or an alias of all files.
    /// </summary>
    private bool IsShared(string name) =>
        Written(name).Any(written => compilation.ContainsSymbolsWithName(written, SymbolFilter.Type)
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(
                assembly => assembly.Name != Ours && assembly.TypeNames.Contains(written)))
        || compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax unit
            && unit.Usings.Any(found => found.GlobalKeyword != default && IsAlias(found, name)));

    private static bool HasAlias(AttributeSyntax attribute, string name) =>
        UsingsAround(attribute).Any(usings => usings.Any(found => IsAlias(found, name)));

    private static bool IsAlias(UsingDirectiveSyntax found, string name) =>
        found.Alias is { } alias && Written(name).Contains(alias.Name.Identifier.ValueText);

    private static string[] Written(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? [name] : [name, name + Suffix];

    private static bool IsForeign(string name, AttributeSyntax attribute, SemanticModel semantics)
    {
        var model = semantics.SyntaxTree == attribute.SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(attribute.SyntaxTree);
        var found = Written(name).SelectMany(
            written => model.LookupNamespacesAndTypes(attribute.SpanStart, name: written));
        var attributes = found
            .Select(static symbol => symbol is IAliasSymbol alias ? alias.Target : symbol)
            .OfType<INamedTypeSymbol>()
            .Where(IsAttribute)
            .ToList();
        return attributes.Count > 0 && !attributes.Exists(MessageRules.IsOurs);
    }

    private static IEnumerable<SyntaxList<UsingDirectiveSyntax>> UsingsAround(AttributeSyntax attribute)
    {
        for (var node = attribute.Parent; node is not null; node = node.Parent)
        {
            if (node is BaseNamespaceDeclarationSyntax { Usings.Count: > 0 } space)
            {
                yield return space.Usings;
            }
            else if (node is CompilationUnitSyntax { Usings.Count: > 0 } unit)
            {
                yield return unit.Usings;
            }
        }
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: nameof(Attribute), ContainingNamespace.Name: nameof(System) })
            {
                return true;
            }
        }

        return false;
    }
}
