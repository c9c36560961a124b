using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>A change to a project's sources, as an editor makes it.</summary>
public sealed class Edit
{
    private readonly Func<CSharpCompilation, CSharpCompilation> _apply;

    private Edit(string name, Func<CSharpCompilation, CSharpCompilation> apply)
    {
        Name = name;
        _apply = apply;
    }

    /// <summary>Nothing is edited, the compilation is a new one all the same.</summary>
    public static Edit Nothing { get; } = new("nothing", static compilation => compilation.Clone());

    /// <summary>A file that has nothing to do with messages is added.</summary>
    public static Edit UnrelatedFile { get; } = AddFile(
        "namespace Elsewhere { internal sealed class Unrelated { public int Value => 42; } }");

    /// <summary>A comment is put at the top of each file, so that every position moves.</summary>
    public static Edit CommentAtTheTop { get; } = new(
        "a comment at the top",
        static compilation => compilation.SyntaxTrees.Aggregate(
            compilation, static (all, tree) => Replace(all, (CSharpSyntaxTree)tree, "// moved\n\n" + tree.GetText())));

    public string Name { get; }

    public static Edit AddFile(string text, string path = "Added.cs") =>
        new($"new file {path}", compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(text, Options(compilation), path, System.Text.Encoding.UTF8)));

    public static Edit Of(string name, Func<CSharpCompilation, CSharpCompilation> apply) => new(name, apply);

    /// <summary>Replaces a text that must occur.</summary>
    public static Edit Replace(string old, string @new) =>
        new($"'{old}' became '{@new}'", compilation =>
        {
            var trees = compilation.SyntaxTrees
                .Where(tree => tree.GetText().ToString().Contains(old, StringComparison.Ordinal))
                .ToList();
            trees.ShouldNotBeEmpty($"No file contains '{old}'.");
            return trees.Aggregate(compilation, (all, tree) => Replace(
                all, (CSharpSyntaxTree)tree, tree.GetText().ToString().Replace(old, @new, StringComparison.Ordinal)));
        });

    /// <summary>Breaks one file of the project in a random way.</summary>
    public static Edit Break(int seed) => InOneFile(seed, new TokenMutator(seed).Break);

    /// <summary>Changes one file of the project in a random way that mostly stays well-formed.</summary>
    public static Edit Change(int seed) => InOneFile(seed, new SyntaxMutator(seed).Change);

    public CSharpCompilation Apply(CSharpCompilation compilation) => _apply(compilation);

    // The first file holds the usings.
    private static Edit InOneFile(int seed, Func<string, string> mutate)
    {
        string? text = null; // An edit is the same one however often it is applied.
        return new Edit($"mutation {seed}", compilation =>
        {
            var trees = compilation.SyntaxTrees;
            var tree = (CSharpSyntaxTree)trees[1 + (seed % (trees.Length - 1))];
            return Replace(compilation, tree, text ??= mutate(tree.GetText().ToString()));
        });
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, CSharpSyntaxTree tree, string text) =>
        compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text, System.Text.Encoding.UTF8)));

    private static CSharpParseOptions Options(CSharpCompilation compilation) =>
        (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
}
