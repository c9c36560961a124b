using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>An assembly with thousands of messages: they share files.</summary>
public sealed class PipelineFileTests
{
    private const int Many = PipelineFile.MostAlone + 1;

    private static readonly Lazy<GeneratorRun> s_run = new(static () => GeneratorRun.Of(new SourceProject(
        "Shop",
        [
            "[assembly: BuiltInMiddleware(BuiltIn.None)]",
            .. Enumerable.Range(0, Many).Select(static number => $$"""
                [Command] public sealed partial record Change{{number}} : ICommand<int>;

                public sealed class Handler{{number}} : ICommandHandler<Change{{number}}, int>
                {
                    public ValueTask<int> HandleAsync(Change{{number}} command, CancellationToken token) => new(1);
                }
                """),
        ])));

    [Fact]
    public void MessagesOfALargeAssemblyShareFiles()
    {
        var files = s_run.Value.ShouldCompileWithoutWarnings().Files
            .Where(static file => file.HintName.StartsWith("CqrsGen.Messages.", StringComparison.Ordinal))
            .ToList();

        files.Count.ShouldBeInRange(500, PipelineFile.MostAlone);
        files.Sum(static file => RoutesIn(file.SourceText.ToString())).ShouldBe(Many);
        s_run.Value.Files.ShouldNotContain(static file => file.HintName == "Change1.g.cs");
    }

    [Fact]
    public void AnEditOfAMessageWritesItsFileAndNoOther()
    {
        var edited = s_run.Value.After(
            Edit.Replace("record Change7 : ICommand<int>", "record Change7() : ICommand<int>"));
        var renamed = s_run.Value.After(Edit.Replace(
            "[Command] public sealed partial record Change7 :",
            "[Command(TimeoutSeconds = 7)] public sealed partial record Change7 :"));

        edited.OutputReasons().ShouldNotContain(IncrementalStepRunReason.Modified);
        renamed.Reasons(StepNames.Pipelines)
            .Count(static reason => reason == IncrementalStepRunReason.Modified)
            .ShouldBe(1);
    }

    private static int RoutesIn(string text) => text.Split(".ICommand<int>.Accept(").Length - 1;
}
