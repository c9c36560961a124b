using System.Collections.Concurrent;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What the plain names of attributes stand for where they are written. To look one up costs a fraction of binding the
/// attribute, and files of one namespace with the same usings are asked once.
/// </summary>
internal sealed class ScopedNames
{
    private const string Suffix = "Attribute";

    private readonly ConcurrentDictionary<(string Name, string Namespace, string Usings), bool> _known = new();

    /// <summary>Whether an attribute that is a plain name is somebody else's.</summary>
    public bool IsForeign(AttributeSyntax attribute, INamedTypeSymbol type, SemanticModel semantics)
    {
        if (!AttributeFinder.IsPlain(attribute))
        {
            return false; // It was bound when it was found.
        }

        string name = SyntaxRules.SimpleName(attribute.Name);
        if (type.ContainingType is not null)
        {
            return IsForeign(name, attribute, semantics); // What is nested around it is in scope too.
        }

        string space = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : CompilationCache.Of(semantics.Compilation).Namespace(type.ContainingNamespace);
        var key = (name, space, UsingsAround(attribute));
        if (!_known.TryGetValue(key, out bool isForeign))
        {
            _known[key] = isForeign = IsForeign(name, attribute, semantics);
        }

        return isForeign;
    }

    private static bool IsForeign(string name, AttributeSyntax attribute, SemanticModel semantics)
    {
        var model = semantics.SyntaxTree == attribute.SyntaxTree
            ? semantics
            : semantics.Compilation.GetSemanticModel(attribute.SyntaxTree);
        var found = model.LookupNamespacesAndTypes(attribute.SpanStart, name: name);
        if (!name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            found = found.AddRange(model.LookupNamespacesAndTypes(attribute.SpanStart, name: name + Suffix));
        }

        var attributes = found
            .Select(static symbol => symbol is IAliasSymbol alias ? alias.Target : symbol)
            .OfType<INamedTypeSymbol>()
            .Where(IsAttribute)
            .ToList();
        return attributes.Count > 0 && !attributes.Exists(MessageRules.IsOurs);
    }

    private static string UsingsAround(AttributeSyntax attribute)
    {
        string usings = "";
        for (var node = attribute.Parent; node is not null; node = node.Parent)
        {
            var here = node switch
            {
                BaseNamespaceDeclarationSyntax space => space.Usings,
                CompilationUnitSyntax unit => unit.Usings,
                _ => default,
            };
            usings = here.Count == 0 ? usings : usings + here;
        }

        return usings;
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
