using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Common;

/// <summary>
/// Stands for everything that a compilation declares. Compilations that differ only inside bodies, initializers and
/// comments share one, so that what was read from an untouched file need not be bound again after most edits.
/// </summary>
internal sealed class Declarations
{
    // More edited files at once are a checkout or a refactoring; comparing them would cost more than it saves.
    private const int MostEdits = 8;

    private static readonly ConditionalWeakTable<SyntaxTree, Declarations> s_byTree = new();

    private volatile Compilation _latest;

    private Declarations(Compilation compilation) => _latest = compilation;

    /// <summary>The declarations of a compilation: those of an earlier one where they are the same.</summary>
    public static Declarations Of(Compilation compilation)
    {
        var trees = TreesOf(compilation);
        if (trees.Length == 0)
        {
            return new(compilation);
        }

        var known = Find(trees[0]) ?? Find(trees[trees.Length / 2]) ?? Find(trees[trees.Length - 1]);
        if (known is null || !AreSame(known._latest, compilation, trees))
        {
            known = new(compilation);
        }

        known._latest = compilation;
        Keep(trees[0], known);
        Keep(trees[trees.Length / 2], known);
        Keep(trees[trees.Length - 1], known);
        return known;
    }

    private static Declarations? Find(SyntaxTree tree) => s_byTree.TryGetValue(tree, out var known) ? known : null;

    private static void Keep(SyntaxTree tree, Declarations declarations)
    {
        if (Find(tree) == declarations)
        {
            return;
        }

        lock (s_byTree)
        {
            s_byTree.Remove(tree);
            s_byTree.Add(tree, declarations);
        }
    }

    private static ImmutableArray<SyntaxTree> TreesOf(Compilation compilation) =>
        compilation is CSharpCompilation csharp ? csharp.SyntaxTrees : [];

    private static bool AreSame(Compilation earlier, Compilation compilation, ImmutableArray<SyntaxTree> trees)
    {
        var earlierTrees = TreesOf(earlier);
        if (earlierTrees.Length != trees.Length
            || earlier.AssemblyName != compilation.AssemblyName
            || !earlier.Options.Equals(compilation.Options)
            || !earlier.ExternalReferences.SequenceEqual(compilation.ExternalReferences))
        {
            return false;
        }

        int edits = 0;
        for (int index = 0; index < trees.Length; index++)
        {
            if (trees[index] != earlierTrees[index]
                && (++edits > MostEdits || !DeclareTheSame(earlierTrees[index], trees[index])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Directives are trivia to the comparison, but <c>#nullable</c> changes what a type means.</summary>
    private static bool DeclareTheSame(SyntaxTree earlier, SyntaxTree tree) =>
        earlier.FilePath == tree.FilePath
        && earlier.Options.Equals(tree.Options)
        && SyntaxFactory.AreEquivalent(earlier, tree, topLevel: true)
        && Constants(earlier).SequenceEqual(Constants(tree))
        && Directives(earlier).SequenceEqual(Directives(tree));

    /// <summary>
    /// Values that a declaration shows to others: of constants, enum members and parameters. The comparison passes over
    /// them where they stand behind a field.
    /// </summary>
    private static IEnumerable<string> Constants(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(static node => node is CompilationUnitSyntax or MemberDeclarationSyntax
            or BaseParameterListSyntax or ParameterSyntax or VariableDeclarationSyntax or VariableDeclaratorSyntax)
        .OfType<EqualsValueClauseSyntax>()
        .Where(static value => value.Parent is ParameterSyntax or EnumMemberDeclarationSyntax
            || (value.Parent?.Parent?.Parent is FieldDeclarationSyntax field
                && field.Modifiers.Any(SyntaxKind.ConstKeyword)))
        .Select(static value => value.ToString());

    private static IEnumerable<string> Directives(SyntaxTree tree)
    {
        var root = (CSharpSyntaxNode)tree.GetRoot();
        for (var directive = root.ContainsDirectives ? root.GetFirstDirective() : null;
            directive is not null;
            directive = directive.GetNextDirective())
        {
            yield return directive.ToString();
        }
    }
}
