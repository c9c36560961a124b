using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>What tests say about a run of the generator.</summary>
public static class GeneratorRunAssertions
{
    /// <summary>The prefix of the names that the generator gives to its own steps; others are the compiler's.</summary>
    public const string OwnSteps = "CqrsGen.";

    /// <summary>Neither the generator threw nor the compiler warned, in this project and those it refers to.</summary>
    public static GeneratorRun ShouldCompileWithoutWarnings(this GeneratorRun run)
    {
        foreach (var module in run.Modules)
        {
            module.ShouldNotThrow();
            var diagnostics = module.Diagnostics.Concat(module.Output.GetDiagnostics())
                .Where(CompilerReport.IsAtLeastWarning)
                .ToList();
            if (diagnostics.Count > 0)
            {
                throw new ShouldAssertException(CompilerReport.Of(module.Output, diagnostics));
            }

            Emitted.Of(module.Output);
        }

        return run;
    }

    /// <summary>The generator ended normally, whatever it emitted.</summary>
    public static GeneratorRun ShouldNotThrow(this GeneratorRun run)
    {
        if (run.Result.Exception is { } exception)
        {
            throw new ShouldAssertException("The generator threw.", exception);
        }

        run.Diagnostics.ShouldNotContain(static diagnostic => diagnostic.Id == "CS8785" || diagnostic.Id == "CS8784");
        return run;
    }

    /// <summary>The generated files, or those whose names contain a part, are the accepted ones.</summary>
    public static GeneratorRun ShouldMatchSnapshot(
        this GeneratorRun run,
        string? namePart = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        var files = run.Files.Where(
            file => namePart is null || file.HintName.Contains(namePart, StringComparison.Ordinal));
        Snapshot.MatchAll(
            files.Select(static file => new KeyValuePair<string?, string>(
                Path.GetFileNameWithoutExtension(file.HintName),
                $"//HintName: {file.HintName}\n{file.SourceText}")),
            "cs",
            testFile,
            test);
        return run;
    }

    /// <summary>After the edit no step of the generator's own has a new output, and nothing is emitted again.</summary>
    public static GeneratorRun ShouldBeCachedAfter(this GeneratorRun run, Edit edit, params string[] steps)
    {
        var rerun = run.After(edit).ShouldNotThrow();
        string[] names = steps.Length > 0 ? steps : [.. rerun.Result.TrackedSteps.Keys.Where(IsOwn)];
        names.ShouldNotBeEmpty("The generator has no named steps, so nothing can be asserted about them.");
        foreach (string name in names)
        {
            var reasons = rerun.Reasons(name);
            reasons.ShouldNotBeEmpty($"Step {name} did not run.");
            reasons.ShouldAllBe(
                reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged,
                $"Step {name} after {edit.Name}.");
        }

        if (steps.Length == 0)
        {
            rerun.OutputReasons().ShouldNotBeEmpty();
            rerun.OutputReasons().ShouldAllBe(
                reason => reason == IncrementalStepRunReason.Cached, $"Files emitted again after {edit.Name}.");
        }

        return run;
    }

    /// <summary>After the edit the named step has at least one new or changed output.</summary>
    public static GeneratorRun ShouldRunAgainAfter(this GeneratorRun run, Edit edit, string step)
    {
        run.After(edit).Reasons(step).ShouldContain(
            reason => reason == IncrementalStepRunReason.Modified || reason == IncrementalStepRunReason.New);
        return run;
    }

    /// <summary>
    /// No output of the generator's own steps holds anything of the compiler, which would keep whole compilations
    /// alive and never compare equal.
    /// </summary>
    public static GeneratorRun ShouldNotHoldSymbols(this GeneratorRun run)
    {
        var steps = run.Result.TrackedSteps
            .Where(static step => IsOwn(step.Key))
            .ToList();
        steps.ShouldNotBeEmpty();
        var found = steps
            .SelectMany(static step => step.Value
                .SelectMany(static one => one.Outputs)
                .SelectMany(output => ObjectGraph.FindCompilerObjects(output.Value, step.Key)))
            .ToList();
        found.ShouldBeEmpty();
        return run;
    }

    /// <summary>Loads the project, and those it refers to, and hands over to the test.</summary>
    public static LoadedProgram Load(this GeneratorRun run) => LoadedProgram.Of(run);

    private static bool IsOwn(string step) => step.StartsWith(OwnSteps, StringComparison.Ordinal);
}
