using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Incremental;

/// <summary>An edit costs what it changes and nothing more.</summary>
public sealed class CachingTests
{
    [Fact]
    public void AnotherResultReEmitsTheMessageAndWhatListsIt()
    {
        var edited = Run().After(Edit.Replace(
            "[Handler] public static Task<int> Go(Move move, CancellationToken token) => Task.FromResult(move.X);",
            "[Handler] public static ValueTask<int> Go(Move move, CancellationToken token) => new(move.X);"));

        // The message's own file alone: neither routes nor manifest nor registration know how a handler answers.
        edited.Reasons(StepNames.Pipelines)
            .Count(static reason => reason == IncrementalStepRunReason.Modified)
            .ShouldBe(1);
        edited.OutputReasons()
            .Count(static reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)
            .ShouldBe(1);
    }

    [Fact]
    public void EquivalentSourcesGiveEqualFiles()
    {
        var moved = SampleProject.Shop with { Sources = [.. SampleProject.Shop.Sources.Reverse()] };
        Texts(GeneratorRun.Of(moved, static () => new CqrsGenGenerator())).ShouldBe(Texts(Run()));
    }

    [Fact]
    public void TheSampleCompilesWithoutAWarning()
    {
        Run().ShouldCompileWithoutWarnings();
        var oblivious = SampleProject.Shop with
        {
            Nullable = NullableContextOptions.Disable,
            Sources =
            [
                .. SampleProject.Shop.Sources
                    .Select(static source => source.Replace("string?", "string", StringComparison.Ordinal)),
            ],
        };
        GeneratorRun.Of(oblivious, static () => new CqrsGenGenerator()).ShouldCompileWithoutWarnings();
    }

    private static GeneratorRun Run() => GeneratorRun.Of(SampleProject.Shop, static () => new CqrsGenGenerator());

    private static string Texts(GeneratorRun run) =>
        string.Join('\n', run.Files.Select(static file => $"{file.HintName}\n{file.SourceText}"));
}
