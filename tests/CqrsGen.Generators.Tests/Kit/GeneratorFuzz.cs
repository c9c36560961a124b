using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>Feeds broken sources to a generator. It may emit less; it may neither throw nor hang.</summary>
public static class GeneratorFuzz
{
    /// <summary>The environment variable with the number of runs.</summary>
    public const string RunsVariable = "CQRSGEN_FUZZ_RUNS";

    private const int DefaultRuns = 60;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>How many runs this test process makes.</summary>
    public static int Runs =>
        int.TryParse(Environment.GetEnvironmentVariable(RunsVariable), CultureInfo.InvariantCulture, out int runs)
            ? runs
            : DefaultRuns;

    /// <summary>Edits the valid sources anew for each run, and checks each run by the caller's rule too.</summary>
    public static void Run(
        SourceProject project,
        Func<IIncrementalGenerator> generator,
        int firstSeed = 1,
        int? runs = null,
        Func<int, Edit>? edit = null,
        Action<GeneratorRun>? check = null)
    {
        edit ??= Edit.Break;
        var valid = GeneratorRun.Of(project, generator).ShouldNotThrow();
        int last = firstSeed + (runs ?? Runs);
        for (int seed = firstSeed; seed < last; seed++)
        {
            RunOne(valid, seed, edit(seed), check);
        }
    }

    private static void RunOne(GeneratorRun valid, int seed, Edit edit, Action<GeneratorRun>? check)
    {
        var work = Task.Factory.StartNew(
            () =>
            {
                // An edit of a valid project: the incremental path is the one that editors take.
                var run = valid.After(edit).ShouldNotThrow();
                check?.Invoke(run);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            work.Wait(s_limit).ShouldBeTrue($"The generator hangs on seed {seed}.\n{Sources(valid, edit)}");
        }
        catch (AggregateException exception)
        {
            throw new ShouldAssertException(
                $"Seed {seed}: {exception.InnerException}\n{Sources(valid, edit)}", exception.InnerException!);
        }
    }

    private static string Sources(GeneratorRun valid, Edit edit) =>
        string.Join('\n', edit.Apply(valid.Input).SyntaxTrees
            .Zip(valid.Input.SyntaxTrees, static (now, before) => (Now: now.ToString(), Before: before.ToString()))
            .Where(static file => file.Now != file.Before)
            .Select(static file => $"{LineDiff.Of(file.Before, file.Now)}\nwhole file:\n{file.Now}"));
}
