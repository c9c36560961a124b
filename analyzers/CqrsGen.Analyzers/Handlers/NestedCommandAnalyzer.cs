using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3004: a command handler sends another command.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedCommandAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.NestedCommand];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, MessageKind.Command, HandlerDescriptors.NestedCommand),
            OperationKind.Invocation);

    /// <summary>Reports a command that is sent in handlers of one kind of message and no other.</summary>
    internal static void Analyze(OperationAnalysisContext context, MessageKind kind, DiagnosticDescriptor rule)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Buses.IsSend(call))
        {
            return;
        }

        var roles = HandlerRoles.Of(context.ContainingSymbol, context.CancellationToken);
        if (roles.Length > 0 && roles.All(role => role.Kind == kind))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule, Locations.OfName(call), roles[0].Display, DispatchedMessage.NameOf(call)));
        }
    }
}
