using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3001: a command or query is sent that nobody handles.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageWithoutHandlerAnalyzer : CqrsAnalyzer
{
    private const string Remedy = "Write one, or reference the module that has it.";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.MessageWithoutHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, known), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("SendAsync" or "QueryAsync" or "StreamAsync")
            || !Buses.IsBus(call.TargetMethod.ContainingType)
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is not { } argument
            || ConcreteTypeOf(argument.Value) is not { } message)
        {
            return;
        }

        var kind = MessageFacts.KindOf(message);
        if (kind is MessageKind.None or MessageKind.Event
            || known.Application.IsHandled(message, context.CancellationToken)
            || !IsWholeApplicationKnown(message, known.Application, context.CancellationToken)
            || !known.Modules.HandlersOf(message, context.CancellationToken).IsEmpty)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.MessageWithoutHandler,
            argument.Syntax.GetLocation(),
            MessageFacts.Word(kind),
            message.Short(),
            NearHandler.Find(message, known.Compilation, context.CancellationToken) ?? Remedy));
    }

    /// <summary>What is passed, before it is converted; null when only a supertype of it is known.</summary>
    internal static INamedTypeSymbol? ConcreteTypeOf(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && !type.IsAbstract
            ? type
            : null;
    }

    /// <summary>An internal message is handled where it is declared; any other by the whole application.</summary>
    private static bool IsWholeApplicationKnown(
        INamedTypeSymbol message, ApplicationIndex application, CancellationToken cancellationToken)
    {
        bool isDeclaredHere = SymbolEqualityComparer.Default.Equals(
            message.ContainingAssembly, application.Compilation.Assembly);
        return (isDeclaredHere && IsInternal(message)) || application.Composes(cancellationToken);
    }

    private static bool IsInternal(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private)
            {
                return true;
            }
        }

        return false;
    }
}
