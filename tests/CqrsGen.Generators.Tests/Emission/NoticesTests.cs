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

    private static readonly string[] s_marks =
    [
        "Obsolete(\"Gone.\", true)]",
        "Obsolete(\"Gone.\", DiagnosticId = \"SHOP001\")]",
        "Obsolete(\"Gone.\", true, DiagnosticId = \"SHOP001\", UrlFormat = \"https://shop/{0}\")]",
        "System.Diagnostics.CodeAnalysis.Experimental(\"SHOP001\")]",
    ];

    private static readonly string[] s_places =
    [
        """
        [Mark] [Middleware(Order = 5)]
        public sealed class Marked { public void Before() { } }
        """,
        """
        [Middleware(Order = 5)]
        public sealed class HookMarked { [Mark] public void Before() { } }
        """,
        """
        [Mark] public sealed record Watch;

        [Middleware(Order = 5)]
        public sealed class StateMarked
        {
            [Mark]
            [return: State]
            public Watch Before() => new();

            [Mark]
            public void After([State] Watch watch) { }
        }
        """,
        """
        [Mark] [Middleware(Order = 5)]
        public sealed class AroundMarked<TMessage, TResult> : IMiddleware<TMessage, TResult>
            where TMessage : notnull
        {
            [Mark]
            public ValueTask<TResult> InvokeAsync<TNext>(
                TMessage message, TNext next, CancellationToken cancellationToken)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, cancellationToken);
        }
        """,
        """
        [Mark]
        public sealed class MarkedValidator : IValidator<Step>
        {
            [Mark] public MarkedValidator() { }

            [Mark]
            public ValueTask ValidateAsync(
                Step message, ValidationErrors errors, CancellationToken cancellationToken) => default;
        }
        """,
        """
        [Command] public sealed partial record Other : ICommand
        {
            [Mark] [Required] public string? Text { get; init; }

            [Mark] [Range(1, 2)] public int Count { get; init; }

            [Mark] [Trim] public string? Trimmed { get; init; }

            [Mark] [Required] public string? Field = "";
        }

        public sealed class OtherHandler : ICommandHandler<Other>
        {
            public ValueTask HandleAsync(Other command, CancellationToken cancellationToken) => default;
        }
        """,
        """
        [Command] public sealed partial record Other([property: Required, Mark] string Text)
            : ICommand;

        public sealed class OtherHandler : ICommandHandler<Other>
        {
            [Mark] public OtherHandler() { }

            [Mark]
            public ValueTask HandleAsync(Other command, CancellationToken cancellationToken) => default;
        }
        """,
        """
        [Mark] public sealed class EvenAttribute : ValidationAttribute;

        [Mark] public sealed class Line { [Mark] [Even] public int Count { get; init; } }

        [Mark] [Command] public sealed partial record Other(Line Line) : ICommand;

        [Mark] [method: Mark]
        public sealed class OtherHandler()
        {
            [Mark] [Handler] public void Handle(Other command) { }
        }
        """,
        """
        [Mark] public interface IMarked : IEvent;

        [Mark] public sealed class Listener : IEventHandler<IMarked>
        {
            public ValueTask HandleAsync(IMarked @event, CancellationToken cancellationToken) => default;
        }
        """,
    ];

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

    /// <summary>What generated code names, each with a mark.</summary>
    public static TheoryData<string, string> Marked
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string mark in s_marks)
            {
                foreach (string place in s_places)
                {
                    data.Add(mark, place);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void GeneratedCodeNamesWhateverIsMarked(string mark, string place) =>
        GeneratorRun.Of(new SourceProject(
                "Shop",
                """
                using System.ComponentModel.DataAnnotations;

                #pragma warning disable SHOP001, CS0618, CS0809
                [Command] public sealed partial record Step([property: Required] string Name) : ICommand;

                public sealed class StepHandler : ICommandHandler<Step>
                {
                    public ValueTask HandleAsync(Step command, CancellationToken cancellationToken) => default;
                }

                """ + place.Replace("Mark]", mark)))
            .ShouldCompileWithoutWarnings();

    [Fact]
    public void AnIdThatNoPragmaCanNameIsLeftOut() => GeneratorRun.Of(new SourceProject(
            "Shop",
            """
            [Obsolete("Gone.", DiagnosticId = "SHOP-1"), Command] public sealed partial record Old : ICommand;
            """))
        .Files.ShouldAllBe(static file => !file.SourceText.ToString().Contains("SHOP-1"));

    [Fact]
    public void AConstructorThatIsNoErrorIsPreferredToOneThatIs()
    {
        var run = GeneratorRun.Of(new SourceProject(
            "Shop",
            """
            public interface IClock;

            [Command] public sealed partial record Tick : ICommand;

            public sealed class TickHandler
            {
                [Obsolete("Gone.", true)] public TickHandler(IClock clock) { }

                public TickHandler() { }

                [Handler] public void Handle(Tick command) { }
            }
            """));

        run.ShouldCompileWithoutWarnings();
        run.Files.ShouldAllBe(static file => !file.SourceText.ToString().Contains("IClock"));
    }

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
