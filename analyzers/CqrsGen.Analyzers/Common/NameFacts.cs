using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Which types a file uses, by simple names alone: a name that only a declaration of the type, or of what handles it,
/// mentions is not used there. Kept as long as its tree.
/// </summary>
internal sealed class NameFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameFacts> s_facts = new();

    private NameFacts(ImmutableHashSet<string> used) => Used = used;

    public ImmutableHashSet<string> Used { get; }

    public static NameFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_facts.TryGetValue(tree, out var facts))
        {
            return facts;
        }

        var used = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        Walk(tree.GetRoot(cancellationToken), [], used);
        return s_facts.GetValue(tree, _ => new NameFacts(used.ToImmutable()));
    }

    /// <summary>Adds the names below a node, apart from those that it is itself about.</summary>
    private static void Walk(SyntaxNode node, ImmutableHashSet<string> about, ImmutableHashSet<string>.Builder used)
    {
        switch (node)
        {
            case TypeDeclarationSyntax type:
                about = about.Add(type.Identifier.ValueText).Union(ArgumentsOf(type.BaseList));
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } method
                when SyntaxRules.IsCandidateMethod(method) && parameters[0].Type is { } message:
                about = about.Add(SyntaxRules.SimpleName(message));
                break;
            case SimpleNameSyntax name when IsUse(name, about):
                used.Add(name.Identifier.ValueText);
                break;
        }

        foreach (var child in node.ChildNodes())
        {
            Walk(child, about, used);
        }
    }

    /// <summary>What handles a message does not use it, unless it makes another one.</summary>
    private static bool IsUse(SimpleNameSyntax name, ImmutableHashSet<string> about) =>
        !about.Contains(name.Identifier.ValueText)
        || (name.Parent is ObjectCreationExpressionSyntax created && created.Type == name
            && !name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type =>
                type.Identifier.ValueText == name.Identifier.ValueText));

    private static IEnumerable<string> ArgumentsOf(BaseListSyntax? bases) =>
        (bases?.Types ?? default).SelectMany(static parent => parent.Type.DescendantNodesAndSelf())
            .OfType<GenericNameSyntax>()
            .SelectMany(static generic => generic.TypeArgumentList.Arguments)
            .Select(SyntaxRules.SimpleName);
}
