using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2001: a command answers with a value that is no identifier; objects with data are CQG2002's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandResultAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.CommandResult];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MessageFacts.DeclaredKindOf(type, out var result) != MessageKind.Command || result is null)
        {
            return;
        }

        var results = CommandResults.Of(context.Options, type);
        if (!results.IsData(result) && !results.IsAllowed(result))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultDescriptors.CommandResult, Locations.Of(type), type.Name, result.Short()));
        }
    }
}
