using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Docs.Tests;

/// <summary>
/// Turns a block into a file that compiles: types stay what they are, statements become the body of a method, and
/// members without a type become members of a class. Errors name the lines of the page.
/// </summary>
internal static class BlockSource
{
    /// <summary>What statements may use without declaring it. A page adds to it by a part of its own.</summary>
    public const string Given =
        """
        #pragma warning disable CS0649
        using Microsoft.Extensions.Hosting;
        internal abstract partial class Given
        {
            protected static IServiceCollection services = new ServiceCollection();
            protected static IServiceProvider provider = null!;
            protected static HostApplicationBuilder builder = null!;
            protected static IDispatcher bus = null!;
            protected static CancellationToken cancellationToken;
        }
        """;

    /// <summary>The class around the statements of a block.</summary>
    public static string ClassOf(Block block) => $"Block{block.Line}";

    /// <summary>Whether the block can be executed.</summary>
    public static bool HasStatements(Block block) => Parse(block).Members.Any(IsRun);

    /// <param name="page">The page.</param>
    /// <param name="block">The block.</param>
    /// <param name="earlier">The blocks before it, whose <c>using</c> directives a page does not repeat.</param>
    public static string Write(Page page, Block block, IEnumerable<Block> earlier)
    {
        var root = Parse(block);
        var own = UsingsOf(root).ToList();
        var text = new StringBuilder()
            .Append("#pragma warning disable CS0168, CS0219, CS1998, CS8321\n")
            .AppendJoin('\n', earlier.SelectMany(static block => UsingsOf(Parse(block))).Distinct().Except(own))
            .Append('\n');
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count == 0)
        {
            return text.Append($"#line {block.Line} \"{page.Path}\"\n{block.Text}").ToString();
        }

        WriteAll(text, page, block, root.Usings);
        WriteAll(text, page, block, root.Members.Where(static member => member is not GlobalStatementSyntax));
        text.Append("internal sealed class ").Append(ClassOf(block)).Append(" : Given\n{\n");
        WriteAll(text, page, block, statements.Where(static statement => !IsRun(statement)));
        text.Append("public static async Task RunAsync()\n{\n");
        WriteAll(text, page, block, statements.Where(IsRun));
        return text.Append("}\n}\n").ToString();
    }

    private static CompilationUnitSyntax Parse(Block block) => CSharpSyntaxTree
        .ParseText(block.Text, new CSharpParseOptions(LanguageVersion.CSharp12)).GetCompilationUnitRoot();

    private static IEnumerable<string> UsingsOf(CompilationUnitSyntax root) => root.Usings
        .Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.None))
        .Select(static directive => directive.ToString());

    // What is not a method with an accessibility, which the parser takes for a local function.
    private static bool IsRun(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax global
        && !(global.Statement is LocalFunctionStatementSyntax function
            && function.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PublicKeyword)));

    private static void WriteAll(StringBuilder text, Page page, Block block, IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            int line = block.Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
            text.Append("#line ").Append(line).Append(" \"").Append(page.Path).Append("\"\n");
            text.Append(node.ToFullString()).Append("\n#line default\n");
        }
    }
}
