using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Tests.Common;

/// <summary>References in generated XML docs lead somewhere, whatever the types look like.</summary>
public sealed class CrefTests
{
    [Theory]
    [InlineData("(int A, string B)")]
    [InlineData("(int, (string? X, List<int> Y))")]
    [InlineData("(int A, string B)?")]
    [InlineData("(int A, string B)[]")]
    [InlineData("List<(int A, string? B)>")]
    [InlineData("Dictionary<string, (int A, int[] B)>?")]
    [InlineData("int[][,]")]
    [InlineData("int?")]
    [InlineData("string?[]?")]
    [InlineData("Box<(int A, string B)>.Inner<int?>")]
    [InlineData("nint")]
    [InlineData("@class")]
    public void AnyResultIsWrittenSoThatDocsCompile(string type)
    {
        string source =
            $$"""
            namespace Shop;

            public sealed class Box<T> { public sealed class Inner<U>; }
            public sealed class @class;

            [Command] public sealed partial record Do : ICommand<{{type}}>;
            [Query] public sealed record Get : IQuery<{{type}}>;
            [Query] public sealed partial record Watch : IStreamQuery<{{type}}>;
            [Command] public sealed partial record Complete;

            public sealed class DoHandler : ICommandHandler<Do, {{type}}>
            {
                public ValueTask<{{type}}> HandleAsync(Do command, CancellationToken cancellationToken) =>
                    throw new Exception();
            }

            internal sealed class WatchHandler : IStreamQueryHandler<Watch, {{type}}>
            {
                IAsyncEnumerable<{{type}}> IStreamQueryHandler<Watch, {{type}}>.HandleAsync(
                    Watch query, CancellationToken cancellationToken) => throw new Exception();
            }

            public static class Handlers
            {
                [Handler] public static Task<{{type}}> Get(Get query, IEnumerable<{{type}}> all) =>
                    throw new Exception();
                [Handler] public static {{type}} Complete(in Complete command) => throw new Exception();
            }
            """;

        ShouldReferToWhatExists(source);
    }

    [Theory]
    [InlineData("(int A, string B)")]
    [InlineData("List<(int A, string? B)?>")]
    [InlineData("int[][,]")]
    [InlineData("Box<int[]>.Inner<string?>")]
    public void AnyClosedGenericMessageIsWrittenSoThatDocsCompile(string type)
    {
        string source =
            $$"""
            namespace Shop;

            public sealed class Box<T> { public sealed class Inner<U>; }
            [Command] public sealed record Put<T>(T Item) : ICommand;

            public sealed class PutHandler : ICommandHandler<Put<{{type}}>>
            {
                public ValueTask HandleAsync(Put<{{type}}> command, CancellationToken cancellationToken) => default;
            }

            public sealed class OtherHandler
            {
                [Handler]
                public void Put(Put<Put<{{type}}>> command, IEnumerable<{{type}}> all, in Box<{{type}}> one) { }
            }
            """;

        ShouldReferToWhatExists(source);
    }

    /// <summary>
    /// Generated files switch the warning about a lost reference off, for handlers that are inherited; here it is on.
    /// </summary>
    private static void ShouldReferToWhatExists(string source)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", source)).ShouldCompileWithoutWarnings();
        var output = run.Output;
        foreach (var tree in output.SyntaxTrees.Except(run.Input.SyntaxTrees))
        {
            string text = tree.ToString();
            output = output.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
                text.Replace("CS0419, CS1574", "CS0419", StringComparison.Ordinal), run.Project.ParseOptions));
        }

        output.GetDiagnostics()
            .Where(static found => found.Severity >= DiagnosticSeverity.Warning)
            .ShouldBeEmpty();
    }
}
