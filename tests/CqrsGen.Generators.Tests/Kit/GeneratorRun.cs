using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>One project through a generator: what went in, what came out, and by which steps.</summary>
public sealed class GeneratorRun
{
    private readonly IReadOnlyDictionary<SourceProject, GeneratorRun> _modules;
    private readonly GeneratorDriver _driver;

    private GeneratorRun(
        SourceProject project,
        GeneratorDriver driver,
        CSharpCompilation input,
        IReadOnlyDictionary<SourceProject, GeneratorRun> modules)
    {
        Project = project;
        Input = input;
        _modules = modules;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
    }

    public SourceProject Project { get; }

    /// <summary>The compilation of the project's own sources.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator reported, and the compiler about the generator (CS8785: it threw).</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The runs of all projects that this one refers to, and of this one, which is the last.</summary>
    public IEnumerable<GeneratorRun> Modules => _modules.Values.Append(this);

    /// <summary>The generated files in order of their names.</summary>
    public IEnumerable<GeneratedSourceResult> Files =>
        Result.GeneratedSources.OrderBy(static file => file.HintName, StringComparer.Ordinal);

    /// <summary>Runs CqrsGen's generator over a project and, first, over the projects that it refers to.</summary>
    public static GeneratorRun Of(SourceProject project) => Of(project, static () => new CqrsGenGenerator());

    /// <summary>Runs the generator over a project and, first, over the projects that it refers to.</summary>
    public static GeneratorRun Of(SourceProject project, Func<IIncrementalGenerator> generator)
    {
        var runs = new Dictionary<SourceProject, GeneratorRun>(ReferenceEqualityComparer.Instance);
        Add(project, generator, runs);
        runs.Remove(project, out var run);
        return run!;
    }

    /// <summary>The text of the one generated file whose name contains the given part.</summary>
    public string File(string namePart) =>
        Files.Where(file => file.HintName.Contains(namePart, StringComparison.Ordinal)).ToList() is [var only]
            ? only.SourceText.ToString()
            : throw new ShouldAssertException(
                $"Not exactly one file is named like '{namePart}' among: " +
                string.Join(", ", Files.Select(static file => file.HintName)));

    /// <summary>Runs the same generator again, incrementally, after an edit of the project's sources.</summary>
    public GeneratorRun After(Edit edit) => new(Project, _driver, edit.Apply(Input), _modules);

    /// <summary>The reasons of a named step's outputs; empty when the step did not run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs)
            ? [.. runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason)]
            : [];

    /// <summary>The reasons of everything that the generator emits.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason)];

    private static void Add(
        SourceProject project, Func<IIncrementalGenerator> generator, Dictionary<SourceProject, GeneratorRun> runs)
    {
        if (runs.ContainsKey(project))
        {
            return;
        }

        var references = new List<MetadataReference>();
        foreach (var reference in Flatten(project))
        {
            Add(reference.Project, generator, runs);
            references.Add(Refer(runs[reference.Project], reference.Kind));
        }

        runs[project] = new(project, Driver(project, generator()), project.Compile(references), Copy(runs));
    }

    // MSBuild passes references of references on too.
    private static IEnumerable<TestKit.ProjectReference> Flatten(SourceProject project) =>
        project.References
            .Concat(project.References.SelectMany(static reference => Flatten(reference.Project)))
            .DistinctBy(static reference => reference.Project, ReferenceEqualityComparer.Instance);

    private static Dictionary<SourceProject, GeneratorRun> Copy(Dictionary<SourceProject, GeneratorRun> runs) =>
        new(runs, ReferenceEqualityComparer.Instance);

    private static MetadataReference Refer(GeneratorRun module, ReferenceKind kind) =>
        kind == ReferenceKind.Compilation
            ? module.Output.ToMetadataReference()
            : MetadataReference.CreateFromImage(Emitted.Of(module.Output).Assembly);

    private static CSharpGeneratorDriver Driver(SourceProject project, IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: project.ParseOptions,
            optionsProvider: new BuildProperties(project.Properties),
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
}
