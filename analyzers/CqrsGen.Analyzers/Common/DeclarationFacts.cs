using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Where a file declares what may be a message or a handler. Kept as long as its tree, which an IDE reuses from one
/// keystroke to the next: only the edited file is walked again. Spans, not nodes, so that no syntax is kept alive.
/// </summary>
internal sealed class DeclarationFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, DeclarationFacts> s_facts = new();

    private DeclarationFacts(ImmutableArray<TextSpan> candidates, ImmutableHashSet<string> bases)
    {
        Candidates = candidates;
        Bases = bases;
    }

    /// <summary>Types that name one of our interfaces or attributes, and methods marked as handlers.</summary>
    public ImmutableArray<TextSpan> Candidates { get; }

    /// <summary>The simple names of everything that its types derive from or implement.</summary>
    public ImmutableHashSet<string> Bases { get; }

    public static DeclarationFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_facts.TryGetValue(tree, out var facts))
        {
            return facts;
        }

        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node
            is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax type ? SyntaxRules.IsCandidateType(type)
                : node is MethodDeclarationSyntax method && SyntaxRules.IsCandidateMethod(method))
            {
                spans.Add(node.Span);
            }

            if (node is TypeDeclarationSyntax { BaseList: { } bases })
            {
                names.UnionWith(bases.Types.Select(static parent => SyntaxRules.SimpleName(parent.Type)));
            }
        }

        return s_facts.GetValue(tree, _ => new DeclarationFacts(spans.ToImmutable(), names.ToImmutable()));
    }
}
