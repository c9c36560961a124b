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
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, known), SymbolKind.Method);
        context.RegisterOperationAction(
            operation => AnalyzeComposition(operation, known.Modules), OperationKind.Invocation);
    }

    /// <summary>What no code of this assembly shows: two modules that handle one message.</summary>
    private static void AnalyzeComposition(OperationAnalysisContext context, ModuleIndex modules)
    {
        if (!Composition.IsHere(context.Operation))
        {
            return;
        }

        foreach (var handled in modules.HandledTwice(context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.SeveralHandlers,
                Composition.LocationOf(context.Operation),
                MessageFacts.Word(MessageFacts.KindOf(handled.Key)),
                handled.Key.Name,
                Listing.OfQuoted(handled.Value)));
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && !type.IsAbstract)
        {
            foreach (var handler in HandlerFacts.HandledBy(type, context.CancellationToken))
            {
                Report(context, known, handler.Message, type);
            }
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, KnownSymbols known)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.Parameters.IsEmpty && HandlerFacts.IsMarked(method))
        {
            Report(context, known, method.Parameters[0].Type, method);
        }
    }

    /// <summary>A handler as the others are named: with its assembly where some are in other assemblies.</summary>
    private static string Quoted(HandlerEntry handler, Compilation compilation, ImmutableArray<string> modules) =>
        modules.IsEmpty ? $"'{handler.Display}'" : $"'{handler.Display}' in {compilation.Assembly.Name}";

    private static void Report(
        SymbolAnalysisContext context, KnownSymbols known, ITypeSymbol message, ISymbol handler)
    {
        var handlers = known.Application.HandlersOf(message, context.CancellationToken);
        var modules = known.Modules.HandlersOf(message, context.CancellationToken);
        if (handlers.Length + modules.Length < 2
            || handlers.IsEmpty
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
            Listing.OfQuoted(handlers.Select(entry => Quoted(entry, context.Compilation, modules)).Concat(modules))));
    }
}
