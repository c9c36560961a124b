using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Async;

/// <summary>Reports at a handler what stands in code that it calls.</summary>
internal static class HandlerPaths
{
    /// <summary>Looks at every handler and middleware for one kind of thing.</summary>
    /// <param name="context">Where it is registered.</param>
    /// <param name="known">What is known of the compilation.</param>
    /// <param name="kind">What is looked for.</param>
    /// <param name="rule">The rule, whose message names a class and what it uses.</param>
    public static void Register(
        CompilationStartAnalysisContext context, KnownSymbols known, EffectKind kind, DiagnosticDescriptor rule)
    {
        var engine = known.PurityWith(context.Options, context.CancellationToken);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method && known.HandlerCode.Contains(method)
                && HandlerRoles.Handles(method) is not null)
            {
                Analyze(block, method, known.HandlerCode, engine, kind, rule);
            }
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext context,
        IMethodSymbol method,
        HandlerCode code,
        PurityEngine engine,
        EffectKind kind,
        DiagnosticDescriptor rule)
    {
        var found = engine.HintsOf(
            method.OriginalDefinition, PurityOptions.Of(context).Deepest, context.CancellationToken);
        foreach (var finding in found.Where(finding => finding.Effect.Kind == kind))
        {
            // What stands in a handler itself is reported where it stands.
            if (!code.Contains(finding.Region.Symbol!))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    rule,
                    finding.Path[0].Location,
                    finding.Path.Skip(1).Select(static hop => hop.Location),
                    null,
                    method.ContainingType.Name,
                    $"{finding.Effect.Name} ({PathText.Of(Names.Of(method), finding.Path)})"));
            }
        }
    }
}
