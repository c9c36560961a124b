using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7005: a handler or middleware blocks its thread until a task ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingWaitAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.BlockingWait];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode),
            OperationKind.Invocation,
            OperationKind.PropertyReference);

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        if (IsCandidate(context.Operation)
            && BlockingWait.Find(context.Operation) is { } wait
            && (code.Contains(context.ContainingSymbol) || IsDispatchInAsyncCode(wait.Task)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.BlockingWait, Locations.OfName(context.Operation), wait.Display));
        }
    }

    /// <summary>Names first: most operations end here.</summary>
    private static bool IsCandidate(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property.Name == "Result",
        IInvocationOperation call => call.TargetMethod.Name is "Wait" or "GetResult" or "WaitAll" or "WaitAny",
        _ => false,
    };

    private static bool IsDispatchInAsyncCode(IOperation? task) =>
        task is IInvocationOperation call
        && (Buses.IsDispatch(call) || (call.Instance is IInvocationOperation inner && Buses.IsDispatch(inner)))
        && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { IsAsync: true };
}
