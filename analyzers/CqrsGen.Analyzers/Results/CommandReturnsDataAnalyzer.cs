using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2002: a command answers with an entity or another object with data.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandReturnsDataAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.CommandReturnsData];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MessageFacts.DeclaredKindOf(type, out var result) == MessageKind.Command
            && CommandResults.Of(context.Options, type).IsData(result))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultDescriptors.CommandReturnsData, Locations.Of(type), type.Name, result!.Short()));
        }
    }
}
