using System.Collections.Immutable;
using CqrsGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Gives the generator to a project of a workspace.</summary>
public sealed class GeneratorReference : AnalyzerReference
{
    // The workspace finds its way back from a generator to this reference, so they stay the same.
    private readonly ImmutableArray<ISourceGenerator> _generators = [new CqrsGenGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
