using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Purity;

/// <summary>CQG1001 to CQG1007: a query changes something that others can see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryEffectsAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        QueryDescriptors.ExternalWrite,
        QueryDescriptors.Command,
        QueryDescriptors.Event,
        QueryDescriptors.Append,
        QueryDescriptors.StaticWrite,
        QueryDescriptors.MessageWrite,
    ];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var engine = new PurityEngine(context.Compilation);
        context.RegisterSymbolStartAction(
            symbol =>
            {
                if (QueryRoots.MayHave((INamedTypeSymbol)symbol.Symbol, symbol.CancellationToken))
                {
                    symbol.RegisterOperationBlockAction(block => Analyze(block, engine));
                }
            },
            SymbolKind.NamedType);
    }

    private static void Analyze(OperationBlockAnalysisContext context, PurityEngine engine)
    {
        if (context.OwningSymbol is not IMethodSymbol method
            || QueryRoots.RoleOf(method, out int message) is not { } role)
        {
            return;
        }

        var reported = new HashSet<(string, string)>();
        foreach (var finding in EffectSearch.From(method.OriginalDefinition, engine, context.CancellationToken))
        {
            if (QueryEffects.Describe(finding, message) is var (rule, effect) && reported.Add((rule.Id, effect)))
            {
                context.ReportDiagnostic(QueryEffects.Report(rule, effect, role, method, finding));
            }
        }
    }
}
