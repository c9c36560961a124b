namespace CqrsGen.Generators.Tests.Emission;

/// <summary>Types that are obsolete errors, or experiments, are named by generated code without a complaint.</summary>
public sealed class NoticesTests
{
    private const string Obsolete =
        """
        using System.ComponentModel.DataAnnotations;

        [Obsolete("Gone.", true), Command]
        public sealed partial record Gone([property: Required] string Name) : ICommand<int>;

        [Obsolete("Gone.", true)]
        public sealed class GoneHandler : ICommandHandler<Gone, int>
        {
            public ValueTask<int> HandleAsync(Gone command, CancellationToken cancellationToken) => new(1);
        }

        [Obsolete("Gone.", true), Event] public sealed partial record Unheard : IEvent;

        [Command] public sealed partial record Kept : ICommand;
        """;

    private const string Experimental =
        """
        using System.Diagnostics.CodeAnalysis;

        [Experimental("SHOP001")] public sealed record Trial(int Id);

        [Experimental("SHOP002")] public interface ITrials;

        #pragma warning disable SHOP001, SHOP002, SHOP003
        [Experimental("SHOP003"), Command] public sealed partial record Try(string Name) : ICommand<Trial>;

        public sealed class TryHandler(ITrials trials) : ICommandHandler<Try, Trial>
        {
            public ITrials Trials => trials;

            public ValueTask<Trial> HandleAsync(Try command, CancellationToken cancellationToken) => new(new Trial(1));
        }

        [Query] public sealed partial record Tried;

        public static class TriedHandler
        {
            [Handler] public static List<Trial> Get(Tried query) => [];
        }
        """;

    [Theory]
    [InlineData(Obsolete)]
    [InlineData(Experimental)]
    public void GeneratedCodeNamesThem(string source) =>
        GeneratorRun.Of(new SourceProject("Shop", source)).ShouldCompileWithoutWarnings();

    [Theory]
    [InlineData(Obsolete, ReferenceKind.Metadata)]
    [InlineData(Obsolete, ReferenceKind.Compilation)]
    [InlineData(Experimental, ReferenceKind.Metadata)]
    public void AHostNamesThoseOfItsModules(string source, ReferenceKind kind) =>
        GeneratorRun.Of(new SourceProject(
                "Host",
                """
                [Middleware(Order = 10, Scope = MiddlewareScope.Application)]
                public sealed class Timing
                {
                    public void Before<TMessage>(TMessage message) { }
                }

                public static class Program
                {
                    public static void Main() => new ServiceCollection().AddCqrsGen();
                }
                """).Referencing(kind, new SourceProject("Shop", source)))
            .ShouldCompileWithoutWarnings();

    [Fact]
    public void OtherAttributesOfReferencedTypesMayHaveAnyArguments()
    {
        var module = new SourceProject(
            "Tagged",
            """
            namespace Tagged;

            [AttributeUsage(AttributeTargets.All)]
            public sealed class TagsAttribute(params string[] tags) : Attribute { public string[] Tags => tags; }

            [Tags("a", "b")] public interface IService;

            [Tags] public sealed record Answer(int Id);
            """);
        const string Source =
            """
            using Tagged;

            [Query] public sealed partial record Ask : IQuery<Answer>;

            public sealed class AskHandler(IService service) : IQueryHandler<Ask, Answer>
            {
                public IService Service => service;

                public ValueTask<Answer> HandleAsync(Ask query, CancellationToken token) => new(new Answer(1));
            }
            """;

        GeneratorRun.Of(new SourceProject("Shop", Source).Referencing(ReferenceKind.Metadata, module))
            .ShouldCompileWithoutWarnings();
    }

    [Fact]
    public void FilesSayNothingOfItWhereThereIsNothing()
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", "[Command] public sealed partial record Kept : ICommand;"));

        run.Files.ShouldAllBe(static file => !file.SourceText.ToString().Contains("[global::System.Obsolete]"));
    }
}
