using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>A project whose sources carry markup, taken apart into plain sources and expectations.</summary>
public sealed class MarkedProject
{
    private const string Registration =
        """
        namespace Microsoft.Extensions.DependencyInjection;

        internal static class CqrsGenServiceCollectionExtensions
        {
            internal static IServiceCollection AddCqrsGen(this IServiceCollection services) => services;
        }
        """;

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

    /// <summary>The compilation, with those of the projects that it references.</summary>
    public CSharpCompilation Compile() => Compile(Project);

    private static CSharpCompilation Compile(SourceProject project)
    {
        var references = new List<MetadataReference>();
        foreach (var reference in project.References)
        {
            var compilation = Compile(reference.Project);
            references.Add(reference.Kind == ReferenceKind.Compilation
                ? compilation.ToMetadataReference()
                : Emit(compilation));
        }

        var compiled = project.Compile(references);
        return project.Sources.Any(static source => source.Contains("AddCqrsGen", StringComparison.Ordinal))
            ? compiled.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                Registration, project.ParseOptions, "CqrsGen.Registration.g.cs", System.Text.Encoding.UTF8))
            : compiled;
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
