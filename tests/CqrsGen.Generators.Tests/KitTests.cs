using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Tests;

/// <summary>The helpers themselves: each of them must be able to fail.</summary>
public sealed class KitTests
{
    private const string Source =
        """
        namespace Shop;

        public static class Program
        {
            public static string Run() => Generated.Names.All;
        }
        """;

    [Fact]
    public void ACleanGeneratorPasses() =>
        GeneratorRun.Of(new("Shop", Source), static () => new NamesGenerator())
            .ShouldCompileWithoutWarnings()
            .ShouldBeCachedAfter(Edit.Nothing)
            .ShouldBeCachedAfter(Edit.CommentAtTheTop)
            .ShouldRunAgainAfter(Edit.Replace("Program", "Application"), "CqrsGen.Names")
            .ShouldNotHoldSymbols()
            .ShouldMatchSnapshot();

    [Fact]
    public void GeneratedCodeRuns()
    {
        using var program = GeneratorRun.Of(new("Shop", Source), static () => new NamesGenerator()).Load();
        program.Call("Shop.Program", "Run").ShouldBe("Program");
    }

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public void ProjectsReferToOneAnother(ReferenceKind kind)
    {
        var contracts = new SourceProject("Contracts", "public class Greeting { public const string Text = \"hi\"; }");
        var module = new SourceProject("Module", "public class Module { public static string Say => Greeting.Text; }");
        var host = new SourceProject("Host", "public class Host { public static string Run() => Module.Say; }");
        host = host.Referencing(kind, module.Referencing(kind, contracts));

        using var program = GeneratorRun.Of(host, static () => new SilentGenerator())
            .ShouldCompileWithoutWarnings()
            .Load();
        program.Call("Host", "Run").ShouldBe("hi");
    }

    [Fact]
    public void AWarningFails() =>
        Should.Throw<ShouldAssertException>(() =>
            GeneratorRun.Of(new("Shop", "class C { string _s = null; }"), static () => new SilentGenerator())
                .ShouldCompileWithoutWarnings())
            .Message.ShouldContain("CS8625");

    [Fact]
    public void AThrowingGeneratorFails() =>
        Should.Throw<ShouldAssertException>(() =>
            GeneratorRun.Of(new("Shop", Source), static () => new ThrowingGenerator()).ShouldNotThrow());

    [Fact]
    public void AModelThatHoldsASymbolFails()
    {
        var run = GeneratorRun.Of(new("Shop", Source), static () => new LeakingGenerator());
        Should.Throw<ShouldAssertException>(() => run.ShouldNotHoldSymbols()).Message
            .ShouldContain("NonErrorNamedTypeSymbol");
        Should.Throw<ShouldAssertException>(() => run.ShouldBeCachedAfter(Edit.CommentAtTheTop));
    }

    [Fact]
    public void AnOutputThatIsEmittedAgainFails() =>
        Should.Throw<ShouldAssertException>(() =>
            GeneratorRun.Of(new("Shop", Source), static () => new NamesGenerator())
                .ShouldBeCachedAfter(Edit.AddFile("class Added;")));

    [Fact]
    public void FuzzingFindsAGeneratorThatThrows() =>
        Should.Throw<ShouldAssertException>(() =>
            GeneratorFuzz.Run(new("Shop", Source), static () => new BrittleGenerator(), runs: 40));

    [Fact]
    public void FuzzingPassesAGeneratorThatDoesNot() =>
        GeneratorFuzz.Run(new("Shop", Source), static () => new NamesGenerator(), runs: 40);

    private sealed class NamesGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider
                .CreateSyntaxProvider(
                    static (node, _) => node is ClassDeclarationSyntax,
                    static (syntax, _) => ((ClassDeclarationSyntax)syntax.Node).Identifier.Text)
                .WithTrackingName("CqrsGen.Names");
            context.RegisterSourceOutput(names.Collect(), static (production, all) => production.AddSource(
                "Names.g.cs",
                $$"""
                namespace Generated;

                internal static class Names
                {
                    public const string All = "{{string.Join(",", all)}}";
                }
                """));
        }
    }

    private sealed class SilentGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }

    private sealed class ThrowingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.AnalyzerConfigOptionsProvider, static (_, _) => throw new InvalidOperationException("no"));
    }

    private sealed class LeakingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var leaks = context.SyntaxProvider
                .CreateSyntaxProvider(
                    static (node, _) => node is ClassDeclarationSyntax,
                    static (syntax, token) =>
                        new { Inner = new object?[] { syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, token) } })
                .WithTrackingName("CqrsGen.Leaks");
            context.RegisterSourceOutput(
                leaks, static (production, leak) => production.AddSource("A.g.cs", "// " + leak));
        }
    }

    private sealed class BrittleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax,
                static (syntax, _) => ((ClassDeclarationSyntax)syntax.Node).Identifier.Text[0]);
            context.RegisterSourceOutput(names, static (_, _) => { });
        }
    }
}
