using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Which types a file declares and what they derive from, by simple names alone. Kept as long as its tree, which an IDE
/// reuses from one keystroke to the next.
/// </summary>
internal sealed class BaseNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, BaseNames> s_names = new();

    private BaseNames(
        ImmutableArray<(string Base, string Type, TextSpan Span)> types,
        ImmutableArray<(string Target, string Alias)> aliases)
    {
        Types = types;
        Aliases = aliases;
    }

    /// <summary>One item per type and base.</summary>
    public ImmutableArray<(string Base, string Type, TextSpan Span)> Types { get; }

    /// <summary>Other names that the file gives to types, or to all files.</summary>
    public ImmutableArray<(string Target, string Alias)> Aliases { get; }

    public static BaseNames Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_names.TryGetValue(tree, out var names))
        {
            return names;
        }

        var types = ImmutableArray.CreateBuilder<(string Base, string Type, TextSpan Span)>();
        var aliases = ImmutableArray.CreateBuilder<(string Target, string Alias)>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node
            is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is UsingDirectiveSyntax
                {
                    Alias.Name.Identifier.ValueText: var alias,
                    NamespaceOrType: var target,
                })
            {
                aliases.Add((SyntaxRules.SimpleName(target), alias));
            }

            if (node is TypeDeclarationSyntax { BaseList: { } bases } type)
            {
                foreach (var baseType in bases.Types)
                {
                    types.Add((SyntaxRules.SimpleName(baseType.Type), type.Identifier.ValueText, type.Span));
                }
            }
        }

        return s_names.GetValue(tree, _ => new BaseNames(types.ToImmutable(), aliases.ToImmutable()));
    }
}
