using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3005: an event handler sends a command, and the publisher waits for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandFromEventAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.CommandFromEvent];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            static operation => NestedCommandAnalyzer.Analyze(
                operation, MessageKind.Event, HandlerDescriptors.CommandFromEvent),
            OperationKind.Invocation);
}
