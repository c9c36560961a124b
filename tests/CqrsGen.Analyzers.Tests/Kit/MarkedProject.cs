using CqrsGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>A project whose sources carry markup, taken apart into plain sources and expectations.</summary>
public sealed class MarkedProject
{
    private MarkedProject(SourceProject project, IReadOnlyList<Expectation> expectations)
    {
        Project = project;
        Expectations = expectations;
    }

    public SourceProject Project { get; }

    public IReadOnlyList<Expectation> Expectations { get; }

    /// <summary>Takes the marks out of a project's sources.</summary>
    /// <param name="project">The project.</param>
    /// <param name="id">What <c>[|…|]</c> stands for.</param>
    public static MarkedProject Of(SourceProject project, string id)
    {
        var marked = project.Sources
            .Select((source, file) => Markup.Parse(
                source, id, project.Sources.Length == 1 ? "Source.cs" : $"Source{file + 1}.cs"))
            .ToList();
        return new(
            project with { Sources = [.. marked.Select(static markup => markup.Text)] },
            [.. marked.SelectMany(static markup => markup.Expectations)]);
    }

    /// <summary>
    /// The compilation as the compiler shows it to analyzers: with what the generator emits, and with the projects that
    /// it references.
    /// </summary>
    public CSharpCompilation Compile() => Generate(CompileWithoutGenerator());

    /// <summary>The compilation before the generator has run.</summary>
    public CSharpCompilation CompileWithoutGenerator() => Project.Compile(ReferencesOf(Project));

    private static IEnumerable<MetadataReference> ReferencesOf(SourceProject project) =>
        project.References.Select(static reference =>
        {
            var compilation = Generate(reference.Project.Compile(ReferencesOf(reference.Project)));
            return reference.Kind == ReferenceKind.Compilation
                ? (MetadataReference)compilation.ToMetadataReference()
                : Emit(compilation);
        });

    /// <summary>Adds to a compilation what the generator emits.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver.Create([new CqrsGenGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return (CSharpCompilation)output;
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
