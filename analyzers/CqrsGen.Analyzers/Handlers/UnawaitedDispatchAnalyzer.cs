using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3009: the task of a dispatch is dropped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedDispatchAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.UnawaitedDispatch];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Buses.IsDispatch(call) || !IsDropped(call))
        {
            return;
        }

        var (effect, remedy) = call.TargetMethod.Name == "StreamAsync"
            ? ("nothing is read", "Read it with await foreach")
            : ("its failure is lost and its scope may end first", "Await it");
        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.UnawaitedDispatch,
            Locations.OfName(call),
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            effect,
            remedy));
    }

    /// <summary>Whether a value ends as a statement of its own, or in a discard.</summary>
    private static bool IsDropped(IOperation value)
    {
        var user = value.Parent;
        while (user is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation
            || user is IInvocationOperation
            {
                TargetMethod.Name: "AsTask" or "ConfigureAwait" or "Preserve",
            } call && call.Instance == value)
        {
            value = user;
            user = user.Parent;
        }

        return user is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }
}
