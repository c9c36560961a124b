using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3006: a message is dispatched again while it is handled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DispatchCycleAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.DispatchCycle];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, known.Dispatches), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, DispatchGraph dispatches)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Buses.IsDispatch(call) || DispatchedMessage.Of(call) is not { } dispatched)
        {
            return;
        }

        foreach (var role in HandlerRoles.Of(context.ContainingSymbol, context.CancellationToken))
        {
            var way = dispatches.FindWay(dispatched, role.Message, context.CancellationToken);
            if (way.Length > 1 || (way.Length == 1 && IsUnconditional(call)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.DispatchCycle,
                    Locations.OfName(call),
                    role.Message.Name,
                    string.Join(" → ", way.Insert(0, role.Message).Select(static message => message.Name))));
                return;
            }
        }
    }

    /// <summary>
    /// Whether a handler that dispatches its own message always does: one that does so for the parts of a tree, or
    /// until something is done, ends.
    /// </summary>
    private static bool IsUnconditional(IOperation call)
    {
        IOperation root = call;
        for (var current = call; current is not null; current = current.Parent)
        {
            if (current is IConditionalOperation or ILoopOperation or ISwitchCaseOperation or ISwitchExpressionOperation
                or ICatchClauseOperation or ICoalesceOperation or IConditionalAccessOperation
                or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            root = current;
        }

        return !root.Descendants().Any(earlier =>
            earlier.Syntax.SpanStart < call.Syntax.SpanStart && !earlier.Syntax.Span.Contains(call.Syntax.Span)
            && earlier is IReturnOperation or IThrowOperation);
    }
}
