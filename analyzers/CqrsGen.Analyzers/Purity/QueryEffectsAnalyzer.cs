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
            QueryRoles.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider));

    /// <summary>Code that does not use CqrsGen can say what its query handlers are.</summary>
    private protected override Action<CompilationStartAnalysisContext>? WithoutCqrsGen => static context =>
    {
        var roles = QueryRoles.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (roles.AreStated)
        {
            var effects = EffectsFile.Of(context.Options.AdditionalFiles, context.CancellationToken);
            Register(context, new PurityEngine(context.Compilation, effects, new(context.Compilation)), roles);
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
                    symbol.RegisterSymbolEndAction(end => AnalyzeInherited(end, type, engine, roles, baseline));
                }
            },
            SymbolKind.NamedType);
    }

    private static void Analyze(
        OperationBlockAnalysisContext context, PurityEngine engine, QueryRoles roles, Baseline baseline)
    {
        if (context.OwningSymbol is IMethodSymbol method
            && QueryRoots.Find(method, engine.Contracts, roles) is { } root)
        {
            var options = PurityOptions.Of(context);
            foreach (var (rule, effect, finding) in Find(
                root, method, null, engine, options, context.CancellationToken))
            {
                if (!baseline.Has(Baseline.LineOf(rule.Id, method, effect)))
                {
                    context.ReportDiagnostic(QueryEffects.Report(
                        rule, effect, root.Role, method, finding, context.Compilation));
                }
            }
        }
    }

    /// <summary>
    /// A handler whose base class handles the message, and calls back what is its own. What happens in the base class
    /// alone is reported there, when it is a handler too.
    /// </summary>
    private static void AnalyzeInherited(
        SymbolAnalysisContext context, INamedTypeSymbol type, PurityEngine engine, QueryRoles roles, Baseline baseline)
    {
        foreach (var method in QueryRoots.Inherited(type, roles).Where(engine.IsSource))
        {
            bool isReported = QueryRoots.Find(method, engine.Contracts, roles) is not null;
            var options = PurityOptions.Of(
                context.Options, context.Compilation, type.DeclaringSyntaxReferences[0].SyntaxTree);
            var root = new QueryRoot(QueryRoots.Handler, 0);
            foreach (var (rule, effect, finding) in Find(
                root, method, type, engine, options, context.CancellationToken))
            {
                if ((!isReported || QueryEffects.Touches(type, finding))
                    && !baseline.Has(Baseline.LineOf(rule.Id, type, effect)))
                {
                    context.ReportDiagnostic(QueryEffects.Report(
                        rule, effect, root.Role, method, finding, context.Compilation, type));
                }
            }
        }
    }

    /// <summary>
    /// The rules that a method, or a class that inherits one, breaks now, whether that is kept or not.
    /// </summary>
    internal static IEnumerable<(string Rule, string Effect)> FindingsOf(
        ISymbol symbol,
        PurityEngine engine,
        QueryRoles roles,
        AnalyzerOptions options,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        if (symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method
            && QueryRoots.Find(method, engine.Contracts, roles) is { } root)
        {
            return Of(root, method, null, TreeOf(method));
        }

        return symbol is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type
            ? QueryRoots.Inherited(type, roles).Where(engine.IsSource)
                .SelectMany(inherited => Of(new QueryRoot(QueryRoots.Handler, 0), inherited, type, TreeOf(type)))
            : [];

        static SyntaxTree TreeOf(ISymbol declared) => declared.DeclaringSyntaxReferences[0].SyntaxTree;

        IEnumerable<(string, string)> Of(
            QueryRoot found, IMethodSymbol searched, INamedTypeSymbol? heir, SyntaxTree tree) =>
            Find(
                    found,
                    searched,
                    heir,
                    engine,
                    PurityOptions.Of(options, compilation, tree),
                    cancellationToken)
                .Select(static finding => (finding.Rule.Id, finding.Effect));
    }

    /// <summary>What is to be reported, each effect once.</summary>
    private static IEnumerable<(DiagnosticDescriptor Rule, string Effect, Finding Finding)> Find(
        QueryRoot root,
        IMethodSymbol method,
        INamedTypeSymbol? heir,
        PurityEngine engine,
        PurityOptions options,
        CancellationToken cancellationToken)
    {
        var self = heir ?? (root.Role == QueryRoots.Handler ? method.ContainingType : null);
        var findings = EffectSearch.From(
            method.OriginalDefinition, engine, cancellationToken, options.Deepest, options.ReportsUnknown, self);
        bool saves = findings.Any(static found =>
            found.Effect is { Kind: EffectKind.External, Detail: "database" });
        var reported = new HashSet<(string, string)>();
        foreach (var finding in findings)
        {
            if (QueryEffects.Describe(finding, root, method, options) is var (rule, effect)
                && (!saves || rule != QueryDescriptors.TrackedWrite)
                && reported.Add((rule.Id, effect)))
            {
                yield return (rule, effect, finding);
            }
        }
    }
}
