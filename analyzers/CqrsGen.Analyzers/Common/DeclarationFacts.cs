using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Where a file declares what may be a message or a handler. Kept as long as its tree, which an IDE reuses from one
/// keystroke to the next: only the edited file is walked again. Spans, not nodes, so that no syntax is kept alive.
/// </summary>
internal sealed class DeclarationFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, DeclarationFacts> s_facts = new();

    private DeclarationFacts(
        ImmutableArray<Candidate> candidates,
        ImmutableHashSet<string> bases,
        ImmutableArray<string> derived,
        ImmutableArray<string> aliases,
        ImmutableArray<string> types,
        ImmutableArray<string> handlerTypes,
        ImmutableArray<(string Type, string Base)> derivations)
    {
        Candidates = candidates;
        Bases = bases;
        Derived = derived;
        Aliases = aliases;
        Types = types;
        HandlerTypes = handlerTypes;
        Derivations = derivations;
    }

    /// <summary>Types that name one of our interfaces or attributes, and methods marked as handlers.</summary>
    public ImmutableArray<Candidate> Candidates { get; }

    /// <summary>The simple names of everything that its types derive from or implement.</summary>
    public ImmutableHashSet<string> Bases { get; }

    /// <summary>The simple names of its partial types that have bases other than our interfaces.</summary>
    public ImmutableArray<string> Derived { get; }

    /// <summary>Names that it gives to other types, which have another one.</summary>
    public ImmutableArray<string> Aliases { get; }

    /// <summary>The simple names of its types.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>The simple names of its types that state an interface of handlers.</summary>
    public ImmutableArray<string> HandlerTypes { get; }

    /// <summary>Its types with each base that is none of our interfaces, by simple names.</summary>
    public ImmutableArray<(string Type, string Base)> Derivations { get; }

    public static DeclarationFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_facts.TryGetValue(tree, out var facts))
        {
            return facts;
        }

        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        var names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        var derived = ImmutableArray.CreateBuilder<string>();
        var aliases = ImmutableArray.CreateBuilder<string>();
        var types = ImmutableArray.CreateBuilder<string>();
        var handlerTypes = ImmutableArray.CreateBuilder<string>();
        var derivations = ImmutableArray.CreateBuilder<(string Type, string Base)>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node
            is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (Candidate.Of(node) is { } candidate)
            {
                candidates.Add(candidate);
            }

            if (node is TypeDeclarationSyntax declared)
            {
                types.Add(declared.Identifier.ValueText);
            }

            if (node is TypeDeclarationSyntax { BaseList: { } bases } type)
            {
                foreach (var parent in bases.Types)
                {
                    string name = SyntaxRules.SimpleName(parent.Type);
                    names.Add(name);
                    if (SyntaxRules.IsHandlerInterface(name))
                    {
                        handlerTypes.Add(type.Identifier.ValueText);
                    }
                    else if (!SyntaxRules.IsOurInterface(name))
                    {
                        derivations.Add((type.Identifier.ValueText, name));
                    }
                }

                if (type.Modifiers.Any(SyntaxKind.PartialKeyword) && Candidate.IsDerived(type))
                {
                    derived.Add(type.Identifier.ValueText);
                }
            }
            else if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias })
            {
                aliases.Add(alias);
            }
        }

        return s_facts.GetValue(tree, _ => new DeclarationFacts(
            candidates.ToImmutable(),
            names.ToImmutable(),
            derived.ToImmutable(),
            aliases.ToImmutable(),
            types.ToImmutable(),
            handlerTypes.ToImmutable(),
            derivations.ToImmutable()));
    }
}
