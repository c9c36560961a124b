using System.Collections.Immutable;
using System.Globalization;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3012: two middleware of one message have the same order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmbiguousOrderAnalyzer : CqrsAnalyzer
{
    private const int OrderOfValidation = -1000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.AmbiguousOrder];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, known), SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation => AnalyzeComposition(operation, known), OperationKind.Invocation);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MiddlewareFacts.AttributeOf(type) is null || DiscoveryRules.IsLeftOut(type, context.CancellationToken))
        {
            return;
        }

        var rivals = known.Application.Middleware(context.CancellationToken)
            .Concat(known.Pipelines.BuiltIns())
            .Concat(known.Pipelines.MiddlewareOfModules(context.CancellationToken));
        foreach (var rival in rivals)
        {
            if (FindTie(type, rival, known.Pipelines, context.CancellationToken) is { } message)
            {
                Report(context.ReportDiagnostic, Locations.Of(type), type, rival.Name, message);
                return;
            }
        }

        if (MiddlewareFacts.OrderOf(type) == OrderOfValidation
            && known.Pipelines.Messages(context.CancellationToken).FirstOrDefault(message =>
                known.Pipelines.Validates(message)
                && known.Pipelines.Holds(message, type, context.CancellationToken)) is { } validated)
        {
            Report(context.ReportDiagnostic, Locations.Of(type), type, "Validation", validated);
        }
    }

    /// <summary>What no code of this assembly shows: middleware of two modules.</summary>
    private static void AnalyzeComposition(OperationAnalysisContext context, KnownSymbols known)
    {
        if (!Composition.IsHere(context.Operation))
        {
            return;
        }

        var middleware = known.Pipelines.MiddlewareOfModules(context.CancellationToken).ToList();
        for (int first = 0; first < middleware.Count; first++)
        {
            foreach (var rival in middleware.Skip(first + 1))
            {
                var one = middleware[first];
                if (!SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, rival.ContainingAssembly)
                    && FindTie(one, rival, known.Pipelines, context.CancellationToken) is { } message)
                {
                    Report(
                        context.ReportDiagnostic,
                        Composition.LocationOf(context.Operation),
                        one,
                        rival.Name,
                        message);
                }
            }
        }
    }

    /// <summary>The first message around which both stand in one place.</summary>
    private static INamedTypeSymbol? FindTie(
        INamedTypeSymbol one, INamedTypeSymbol other, PipelineIndex pipelines, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || MiddlewareFacts.OrderOf(one) != MiddlewareFacts.OrderOf(other)
            ? null
            : pipelines.Messages(cancellationToken).FirstOrDefault(message =>
                pipelines.Holds(message, one, cancellationToken)
                && pipelines.Holds(message, other, cancellationToken));

    private static void Report(
        Action<Diagnostic> report, Location location, INamedTypeSymbol one, string other, INamedTypeSymbol message)
    {
        string[] names = [one.Name, other];
        Array.Sort(names, StringComparer.Ordinal);
        report(Diagnostic.Create(
            HandlerDescriptors.AmbiguousOrder,
            location,
            Listing.Of(names),
            MiddlewareFacts.OrderOf(one).ToString(CultureInfo.InvariantCulture),
            message.Name));
    }
}
