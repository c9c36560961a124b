using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Purity;

/// <summary>CQG1001 to CQG1011: a query changes something that others can see.</summary>
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
        QueryDescriptors.StateWrite,
        QueryDescriptors.MessageWrite,
        QueryDescriptors.TrackedWrite,
        QueryDescriptors.Unknown,
        QueryDescriptors.Suspected,
        QueryDescriptors.BrokenPromise,
    ];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        Register(
            context,
            known.PurityWith(context.Options, context.CancellationToken),
            new QueryRoles(context.Compilation, context.Options.AnalyzerConfigOptionsProvider));

    /// <summary>Code that does not use CqrsGen can say what its query handlers are.</summary>
    private protected override Action<CompilationStartAnalysisContext>? WithoutCqrsGen => static context =>
    {
        var roles = new QueryRoles(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (roles.AreStated)
        {
            var effects = EffectsFile.Of(context.Options.AdditionalFiles, context.CancellationToken);
            Register(context, new PurityEngine(context.Compilation, effects), roles);
        }
    };

    private static void Register(CompilationStartAnalysisContext context, PurityEngine engine, QueryRoles roles)
    {
        var baseline = new Baseline(context.Options.AdditionalFiles, context.CancellationToken);
        context.RegisterSymbolStartAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (QueryRoots.MayHave(type, engine.Contracts, roles, symbol.CancellationToken))
                {
                    symbol.RegisterOperationBlockAction(block => Analyze(block, engine, roles, baseline));
                }
            },
            SymbolKind.NamedType);
    }

    private static void Analyze(
        OperationBlockAnalysisContext context, PurityEngine engine, QueryRoles roles, Baseline baseline)
    {
        if (context.OwningSymbol is not IMethodSymbol method
            || QueryRoots.Find(method, engine.Contracts, roles) is not { } root)
        {
            return;
        }

        var options = PurityOptions.Of(context.Options, context.Compilation, context.FilterTree);
        var findings = EffectSearch.From(
            method.OriginalDefinition, engine, context.CancellationToken, options.Deepest, options.ReportsUnknown);
        bool saves = findings.Any(static found =>
            found.Effect is { Kind: EffectKind.External, Detail: "database" });
        var reported = new HashSet<(string, string)>();
        foreach (var finding in findings)
        {
            if (QueryEffects.Describe(finding, root, method, options) is var (rule, effect)
                && (!saves || rule != QueryDescriptors.TrackedWrite)
                && reported.Add((rule.Id, effect))
                && !baseline.Has(Baseline.LineOf(rule.Id, method, effect)))
            {
                context.ReportDiagnostic(QueryEffects.Report(rule, effect, root.Role, method, finding));
            }
        }
    }
}
