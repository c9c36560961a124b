using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Purity;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2006: the handler of a command changes nothing, and calls nothing that is not known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdleCommandAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.IdleCommand];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var engine = known.PurityWith(context.Options, context.CancellationToken);
        context.RegisterOperationBlockAction(block => Analyze(block, known.HandlerCode, engine));
    }

    private static void Analyze(OperationBlockAnalysisContext context, HandlerCode code, PurityEngine engine)
    {
        if (context.OwningSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
            && code.Contains(method)
            && HandlerRoles.Handles(method) is { } message
            && MessageFacts.KindOf(message) == MessageKind.Command
            && EffectSearch.From(
                    method.OriginalDefinition,
                    engine,
                    context.CancellationToken,
                    isStrict: true,
                    self: method.ContainingType)
                .All(static found => PurityOptions.IsOptional(found.Effect.Detail)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultDescriptors.IdleCommand,
                Locations.Of(method),
                $"{method.ContainingType.Name}.{Names.Of(method)}",
                message.Name));
        }
    }
}
