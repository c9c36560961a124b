using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.TestKit;

/// <summary>A project made of source text.</summary>
/// <remarks>
/// C# 12 is the default because a net8.0 project has it: what the generator emits must compile there.
/// </remarks>
public sealed record SourceProject(string Name, params string[] Sources)
{
    /// <summary>A file of global usings, so that sources in tests show only what matters.</summary>
    public string Usings { get; init; } =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CqrsGen;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    public IReadOnlyList<ProjectReference> References { get; init; } = [];

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>Whether CqrsGen is among the references.</summary>
    public bool KnowsCqrsGen { get; init; } = true;

    /// <summary>MSBuild properties that the compiler sees, without the <c>build_property.</c> prefix.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>What the .editorconfig says about every file.</summary>
    public IReadOnlyDictionary<string, string> EditorConfig { get; init; } = new Dictionary<string, string>();

    /// <summary>Files beside the sources that analyzers see, by their names.</summary>
    public IReadOnlyDictionary<string, string> AdditionalFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>The rules that are off by default and on here.</summary>
    public IReadOnlyList<string> EnabledRules { get; init; } = [];

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool AllowUnsafe { get; init; }

    /// <summary>How the project's files are parsed. Broken references in XML docs are reported.</summary>
    public CSharpParseOptions ParseOptions =>
        new(LanguageVersion, DocumentationMode.Diagnose, preprocessorSymbols: ["NET8_0_OR_GREATER", "NET"]);

    /// <summary>Adds references to other projects, as a build would.</summary>
    public SourceProject Referencing(params SourceProject[] projects) =>
        Referencing(ReferenceKind.Metadata, projects);

    /// <summary>Adds references to other projects.</summary>
    public SourceProject Referencing(ReferenceKind kind, params SourceProject[] projects) =>
        this with { References = [.. References, .. projects.Select(project => new ProjectReference(project, kind))] };

    /// <summary>Makes the compilation of this project's own sources.</summary>
    /// <param name="projects">The references that the project's references turned into.</param>
    public CSharpCompilation Compile(IEnumerable<MetadataReference>? projects = null)
    {
        var framework = KnowsCqrsGen ? FrameworkReferences.All : FrameworkReferences.WithoutCqrsGen;
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(Nullable)
            .WithAllowUnsafe(AllowUnsafe)
            .WithDeterministic(true)
            .WithSpecificDiagnosticOptions(
            [
                new("CS1591", ReportDiagnostic.Suppress),
                .. EnabledRules.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Info)),
            ]);
        return CSharpCompilation.Create(Name, Trees(), [.. framework, .. projects ?? []], options);
    }

    private IEnumerable<SyntaxTree> Trees()
    {
        yield return Parse(
            KnowsCqrsGen ? Usings : Usings.Replace("global using CqrsGen;", "", StringComparison.Ordinal), "Usings.cs");
        for (int file = 0; file < Sources.Length; file++)
        {
            yield return Parse(Sources[file], Sources.Length == 1 ? "Source.cs" : $"Source{file + 1}.cs");
        }
    }

    // With an encoding: only such trees can be emitted with debug information.
    private SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);
}
