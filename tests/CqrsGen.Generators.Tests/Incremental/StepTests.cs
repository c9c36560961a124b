using System.Reflection;
using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Incremental;

/// <summary>
/// Which analysis steps an edit changes. All others stay as they were, and what they lead to is not written again.
/// </summary>
public sealed class StepTests
{
    /// <summary>Edits, and the steps with another output after them.</summary>
    public static TheoryData<string, string[]> Edits() => new()
    {
        { "nothing", [] },
        { "an unrelated file", [] },
        { "comments", [] },
        { "a handler's body", [] },
        { "a marked method's body", [] },
        { "a private member", [] },
        { "an unrelated reference", [] },
        { "a module less", [StepNames.Modules, StepNames.Application, StepNames.Pipelines, StepNames.Registration] },
        {
            "a new message",
            [StepNames.Findings, StepNames.Messages, StepNames.Application, StepNames.Pipelines, StepNames.Manifest]
        },
        {
            "a renamed message",
            [
                StepNames.Findings,
                StepNames.Messages,
                StepNames.Application,
                StepNames.Pipelines,
                StepNames.Manifest,
                StepNames.Routes,
            ]
        },
        {
            "a message's option",
            [StepNames.Findings, StepNames.Messages, StepNames.Application, StepNames.Pipelines, StepNames.Manifest]
        },
        {
            "a handler's dependency",
            [
                StepNames.HandlerMethods, StepNames.Handlers, StepNames.Application, StepNames.Pipelines,
                StepNames.Manifest, StepNames.Routes, StepNames.ContainerFree,
            ]
        },
        {
            "a middleware's order",
            [StepNames.Findings, StepNames.Middleware, StepNames.Application, StepNames.Pipelines, StepNames.Manifest]
        },
        {
            "the built-in middleware",
            [StepNames.BuiltIns, StepNames.Application, StepNames.Pipelines, StepNames.Manifest, StepNames.Routes]
        },
        { "an alias", [StepNames.Aliases, StepNames.Application, StepNames.Registration] },
        {
            "a rule",
            [StepNames.Findings, StepNames.Messages, StepNames.Application, StepNames.Pipelines, StepNames.Validation]
        },
        { "a validator", [StepNames.Findings, StepNames.Validators, StepNames.Application, StepNames.Routes] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditChangesTheseStepsAndNoOther(string edit, string[] changed)
    {
        var run = Run();
        var edited = run.After(StepProject.EditOf(edit)).ShouldNotThrow();

        AllSteps().Where(step => edited.Reasons(step).Any(IsChange)).ShouldBe(changed.Order(), ignoreOrder: true);
        AllSteps().Where(step => edited.Reasons(step).Count == 0).ShouldBeEmpty("Steps that did not run.");
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void NoFileIsWrittenAgainThatStaysTheSame(string edit, string[] changed)
    {
        var run = Run();
        var edited = run.After(StepProject.EditOf(edit)).ShouldNotThrow();

        var before = run.Files.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());
        int other = edited.Files.Count(file =>
            !before.TryGetValue(file.HintName, out string? text) || text != file.SourceText.ToString());
        int spare = edit == "a rule" ? 1 : 0; // The file of a message calls its rules, and is written when they change.
        edited.OutputReasons().Count(static reason =>
            reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New).ShouldBe(other + spare);
        (other > 0).ShouldBe(changed.Length > 0);
    }

    [Theory]
    [InlineData("an unrelated file", 0)]
    [InlineData("comments", 0)]
    [InlineData("a private member", 0)]
    [InlineData("what a handler publishes", 1)]
    public void OnlyTheMessageMapLooksIntoBodies(string edit, int written)
    {
        var project = StepProject.Shop with
        {
            Properties = new Dictionary<string, string> { ["CqrsGenMessageMap"] = "true" },
        };
        var edited = GeneratorRun.Of(project).After(edit == "what a handler publishes"
            ? Edit.Replace("await events.PublishAsync(new OrderPlaced(id), cancellationToken);", "await Task.Yield();")
            : StepProject.EditOf(edit));

        edited.OutputReasons().Count(IsChange).ShouldBe(written);
        AllSteps().Where(step => edited.Reasons(step).Any(IsChange))
            .ShouldBe(written == 0 ? [] : [StepNames.MessageMap]);
    }

    [Fact]
    public void EquivalentSourcesGiveEqualModels()
    {
        var other = StepProject.Shop with
        {
            Sources =
            [
                .. StepProject.Shop.Sources
                    .Select(static source => "// The same.\n" + source.Replace("\n", "\n\n", StringComparison.Ordinal)),
            ],
        };

        foreach (string step in AllSteps())
        {
            Values(GeneratorRun.Of(other), step).ShouldBe(Values(Run(), step), $"Step {step}.");
        }
    }

    [Fact]
    public void OtherSourcesGiveOtherModels()
    {
        var other = Run().After(StepProject.EditOf("a message's option"));

        Values(other, StepNames.Application).ShouldNotBe(Values(Run(), StepNames.Application));
    }

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public void ModelsHoldNothingOfTheCompiler(ReferenceKind kind) =>
        GeneratorRun.Of((StepProject.Shop with { References = [] }).Referencing(kind, Modules.Shops.Contracts))
            .ShouldCompileWithoutWarnings()
            .ShouldNotHoldSymbols();

    private static GeneratorRun Run() => GeneratorRun.Of(StepProject.Shop);

    private static bool IsChange(IncrementalStepRunReason reason) =>
        reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    private static List<object> Values(GeneratorRun run, string step) =>
        [.. run.Result.TrackedSteps[step].SelectMany(static one => one.Outputs).Select(static output => output.Value)];

    private static IEnumerable<string> AllSteps() => typeof(StepNames)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(static field => (string)field.GetRawConstantValue()!)
        .Order();
}
