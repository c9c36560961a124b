namespace CqrsGen.Generators.Tests.Common;

/// <summary>
/// What was read is kept while nothing is declared differently. These edits all change, from another file, what a
/// message or handler means.
/// </summary>
public sealed class ParseMemoTests
{
    private const string Message =
        """
        namespace Shop
        {
            using Answer = Shop.Answers.Answer;

            [Command(Name = Texts.Name)]
            public sealed partial record Place(string Customer) : PlaceBase, ICommand<Answer>;

            [Event(Name = More.Text)]
            public sealed partial record Placed : IEvent;

            public sealed class PlaceHandler(IOrders orders) : ICommandHandler<Place, Answer>
            {
                public ValueTask<Answer> HandleAsync(Place command, CancellationToken cancellationToken) =>
                    new(orders.Add());
            }
        }
        """;

    private const string Rest =
        """
        namespace Shop
        {
            public static class Texts { public const string Name = "place"; private static int s_count = 1; }
            public static class More { private static int s_last; public const string Text = "behind a field"; }
            public abstract record PlaceBase;
            public interface IOrders { Answers.Answer Add(); }
            public sealed class Orders : IOrders { public Answers.Answer Add() { return new(1); } }
        }

        namespace Shop.Answers
        {
            public sealed record Answer(int Id);
        }
        """;

    public static TheoryData<string, string> Edits() => new()
    {
        { "Name = \"place\"", "Name = \"put\"" },
        { "\"behind a field\"", "\"changed\"" },
        { "public interface IOrders", "[Singleton] public interface IOrders" },
        { "public sealed record Answer(int Id)", "internal sealed record Answer(int Id)" },
        {
            "public abstract record PlaceBase;",
            "public abstract record PlaceBase : IEquatable<int> { public bool Equals(int other) => true; }"
        },
        { "public sealed record Answer(int Id);", "public readonly record struct Answer(int Id);" },
        { "public abstract record PlaceBase;", "" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditElsewhereGivesWhatAFreshRunGives(string old, string @new)
    {
        var before = new SourceProject("Shop", Message, Rest);
        var after = new SourceProject("Shop", Message, Rest.Replace(old, @new, StringComparison.Ordinal));

        var edited = Run(before).After(Edit.Replace(old, @new));

        Texts(edited).ShouldBe(Texts(Run(after)));
        Texts(edited).ShouldNotBe(Texts(Run(before)));
    }

    [Fact]
    public void ADirectiveElsewhereGivesWhatAFreshRunGives()
    {
        var before = new SourceProject("Shop", Message, "#nullable enable\n" + Rest);
        var after = new SourceProject("Shop", Message, "#nullable disable\n" + Rest);

        var edited = Run(before).After(Edit.Replace("#nullable enable", "#nullable disable"));

        Texts(edited).ShouldBe(Texts(Run(after)));
    }

    [Theory]
    [InlineData("return new(1);", "return new(2);")]
    [InlineData("s_count = 1", "s_count = 2")]
    public void AnEditInABodyReEmitsNothing(string old, string @new)
    {
        var edited = Run(new SourceProject("Shop", Message, Rest)).After(Edit.Replace(old, @new));

        edited.OutputReasons().ShouldAllBe(reason =>
            reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached
            || reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void AnotherReferenceGivesWhatAFreshRunGives()
    {
        var contracts = new SourceProject("Contracts", "namespace Shop { public abstract record PlaceBase; }");
        string rest = Rest.Replace("public abstract record PlaceBase;", "", StringComparison.Ordinal);
        var sources = new[] { Message, rest };
        var run = Run(new SourceProject("Shop", sources).Referencing(contracts));
        var reference = run.Input.References.Last();

        var edited = run.After(Edit.Of("a reference less", compilation => compilation.RemoveReferences(reference)));

        Texts(edited).ShouldBe(Texts(Run(new SourceProject("Shop", sources))));
    }

    private static GeneratorRun Run(SourceProject project) =>
        GeneratorRun.Of(project, static () => new CqrsGenGenerator());

    private static string Texts(GeneratorRun run) =>
        string.Join('\n', run.Files.Select(static file => $"{file.HintName}\n{file.SourceText}"));
}
