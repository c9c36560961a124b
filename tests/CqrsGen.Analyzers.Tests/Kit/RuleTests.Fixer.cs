using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>What the tests of a rule with a fix can say.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
/// <typeparam name="TFixer">Its fix.</typeparam>
public abstract class RuleTests<TAnalyzer, TFixer> : RuleTests<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    /// <summary>
    /// Applies the fix with this title to the first diagnostic, or the first fix; the text must be exactly
    /// <paramref name="after"/>, and compile. "Fix all" on the file must give the same text when there is one
    /// diagnostic.
    /// </summary>
    private protected static Task CheckFix(string before, string after, string? title = null) =>
        CheckFix(Project(before), after, title);

    /// <summary>The same for a project that is more than its source.</summary>
    private protected static async Task CheckFix(SourceProject before, string after, string? title = null)
    {
        await Check(before);
        using var run = Open(before);
        var diagnostic = (await run.DiagnosticsAsync()).First();
        var actions = await run.ActionsAsync(diagnostic);
        var action = actions.FirstOrDefault(offered => title is null || offered.Title == title);
        action.ShouldNotBeNull($"Offered: {string.Join(", ", actions.Select(static offered => offered.Title))}");
        await run.ApplyAsync(action);
        await ShouldBe(run, [after]);

        using var all = Open(before);
        if ((await all.DiagnosticsAsync()).Count(found => found.Id == diagnostic.Id) == 1)
        {
            await all.ApplyAsync(
                (await all.FixAllActionAsync(diagnostic.Id, FixAllScope.Document, action.EquivalenceKey))!);
            await ShouldBe(all, [after]);
        }
    }

    /// <summary>Applies the fix of the first diagnostic to all of them in the project.</summary>
    private protected static async Task CheckFixAll(string[] before, string[] after)
    {
        await Check(before);
        using var run = Open(Project(before));
        var diagnostics = await run.DiagnosticsAsync();
        diagnostics.Length.ShouldBeGreaterThan(1);
        var action = (await run.ActionsAsync(diagnostics[0]))[0];
        var all = await run.FixAllActionAsync(diagnostics[0].Id, FixAllScope.Project, action.EquivalenceKey);
        await run.ApplyAsync(all.ShouldNotBeNull());
        await ShouldBe(run, after);
    }

    /// <summary>The rule reports, and no fix is offered.</summary>
    private protected static Task CheckNoFix(string before) => CheckNoFix(Project(before));

    /// <summary>The same for a project that is more than its source.</summary>
    private protected static async Task CheckNoFix(SourceProject before)
    {
        await Check(before);
        using var run = Open(before);
        foreach (var diagnostic in await run.DiagnosticsAsync())
        {
            (await run.ActionsAsync(diagnostic)).ShouldBeEmpty();
        }
    }

    private static FixRun Open(SourceProject project) =>
        new(MarkedProject.Of(project, Id), [new TAnalyzer()], new TFixer());

    private static async Task ShouldBe(FixRun run, string[] after)
    {
        for (int file = 0; file < after.Length; file++)
        {
            string name = after.Length == 1 ? "Source.cs" : $"Source{file + 1}.cs";
            string actual = await run.TextAsync(name);
            Assert.True(actual == after[file], $"{name} is\n{actual}\n\n{LineDiff.Of(after[file], actual)}");
        }

        Analysis.ErrorsOfEmit((await run.Project.GetCompilationAsync())!).ShouldBeEmpty();
    }
}
