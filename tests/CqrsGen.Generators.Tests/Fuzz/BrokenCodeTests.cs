using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Tests.Fuzz;

/// <summary>
/// Half-typed code: the generator never throws and never hangs. Where the user's own code compiles, what the generator
/// writes compiles too, and whatever it leaves out it reports. For a long run set <c>CQRSGEN_FUZZ_RUNS</c>:
/// CONTRIBUTING has the command and the time that it takes.
/// </summary>
public sealed class BrokenCodeTests
{
    [Fact]
    public void TheValidApplicationCompilesAndIsCached() =>
        GeneratorRun.Of(ShopSources.Project)
            .ShouldCompileWithoutWarnings()
            .ShouldNotHoldSymbols()
            .ShouldBeCachedAfter(Edit.UnrelatedFile)
            .ShouldBeCachedAfter(Edit.CommentAtTheTop);

    /// <summary>What an editor shows the generator while the code is typed, token by token.</summary>
    [Fact]
    public void CodeThatIsTypedIsNeverAnException()
    {
        const string Typed =
            """
            namespace Shop;

            [Command(Name = "place", TimeoutSeconds = 1.5)]
            public sealed partial record Place([Trim] string Customer) : ICommand<(int, string?)>;

            [Handler]
            internal sealed class PlaceHandler(IServiceProvider all) : ICommandHandler<Place, (int, string?)>
            {
                public ValueTask<(int, string?)> HandleAsync(Place command, CancellationToken token) =>
                    new((all.GetHashCode(), null));
            }

            [Middleware(Order = 1)]
            public sealed class Timing
            {
                [return: State] public long Before<TMessage>(TMessage message) where TMessage : ICommand => 1;
            }
            """;
        var empty = GeneratorRun.Of(new SourceProject("Shop", "", ShopSources.Host));
        var source = empty.Input.SyntaxTrees.Single(static tree => tree.FilePath == "Source1.cs");
        var run = empty;
        foreach (var token in CSharpSyntaxTree.ParseText(Typed).GetRoot().DescendantTokens())
        {
            var now = source.WithChangedText(SourceText.From(Typed[..token.Span.End], Encoding.UTF8));
            run = run.After(Edit.Of(token.ToString(), compilation => compilation.ReplaceSyntaxTree(
                compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Source1.cs"), now))).ShouldNotThrow();
        }

        run.ShouldCompileWithoutWarnings().File("CqrsGen.Routes").ShouldContain("\"place\"");
    }

    [Fact]
    public void MembersThatNothingCanHoldAreLeftAlone() =>
        GeneratorRun.Of(new SourceProject(
            "Shop",
            """
            namespace Shop;

            [Command]
            public unsafe partial struct Blit : ICommand<int>
            {
                public int* Pixels;
                public delegate*<int, void> Callback { get; set; }
                public readonly Span<int> Window => default;
                public nint Handle { get; init; }
            }

            public static class BlitHandler
            {
                [Handler] public static unsafe int Handle(Blit command) => command.Pixels == null ? 0 : 1;
            }
            """)
        {
            AllowUnsafe = true,
        })
            .ShouldCompileWithoutWarnings();

    [Fact]
    [Trait("Category", "Fuzz")]
    public void BrokenCodeIsNeverAnException() =>
        GeneratorFuzz.Run(ShopSources.Project, static () => new CqrsGenGenerator());

    [Fact]
    [Trait("Category", "Fuzz")]
    public void ChangedCodeCompilesOrIsReported() =>
        GeneratorFuzz.Run(
            ShopSources.Project,
            static () => new CqrsGenGenerator(),
            edit: Edit.Change,
            check: static run => run.ShouldCompileOrReport().ShouldOmitNothingSilently());
}
