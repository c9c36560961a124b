using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3002: a command or query has several handlers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralHandlersAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.SeveralHandlers];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known.Application), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, known.Application), SymbolKind.Method);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && !type.IsAbstract)
        {
            foreach (var handler in HandlerFacts.HandledBy(type))
            {
                Report(context, application, handler.Message, type);
            }
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.Parameters.IsEmpty && HandlerFacts.IsMarked(method))
        {
            Report(context, application, method.Parameters[0].Type, method);
        }
    }

    private static void Report(
        SymbolAnalysisContext context, ApplicationIndex application, ITypeSymbol message, ISymbol handler)
    {
        var handlers = application.HandlersOf(message, context.CancellationToken);
        if (handlers.Length < 2
            || handlers[0].Kind is MessageKind.None or MessageKind.Event
            || !handlers.Any(entry => SymbolEqualityComparer.Default.Equals(entry.Symbol, handler)))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.SeveralHandlers,
            Locations.Of(handler),
            handlers.Select(static entry => entry.Symbol)
                .Where(other => !SymbolEqualityComparer.Default.Equals(other, handler))
                .Select(Locations.Of),
            MessageFacts.Word(handlers[0].Kind),
            message.Name,
            Listing.Of(handlers.Select(static entry => entry.Display))));
    }
}
