using System.Reflection;
using CqrsGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Gives the generator, which is loaded already, to a project of a workspace.</summary>
/// <remarks>By its file: a reference of another kind cannot be told from others by what searches a solution.</remarks>
internal sealed class LoadedGenerator : IAnalyzerAssemblyLoader
{
    private static readonly Assembly Generator = typeof(CqrsGenGenerator).Assembly;

    public static AnalyzerReference Reference { get; } =
        new AnalyzerFileReference(Generator.Location, new LoadedGenerator());

    public Assembly LoadFromPath(string fullPath) => Generator;

    public void AddDependencyLocation(string fullPath)
    {
    }
}
