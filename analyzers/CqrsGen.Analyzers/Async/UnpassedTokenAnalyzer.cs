using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7003: a call in a handler, or a dispatch anywhere, does not get the token that is at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpassedTokenAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.UnpassedToken];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        var call = (IInvocationOperation)context.Operation;
        if ((Buses.IsDispatch(call) || code.Contains(context.ContainingSymbol))
            && UnpassedToken.Find(call) is { } unpassed)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.UnpassedToken,
                Locations.OfName(call),
                $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
                unpassed.Token.Name));
        }
    }
}
