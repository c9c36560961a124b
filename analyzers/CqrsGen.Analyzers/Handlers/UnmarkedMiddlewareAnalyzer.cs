using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3023: a class implements a middleware interface and is not marked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedMiddlewareAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.UnmarkedMiddleware];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known.Application), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // A class from which others derive may be there for those alone.
        if (type.TypeKind == TypeKind.Class && !type.IsAbstract
            && MiddlewareFacts.AroundOf(type) is { } around
            && MiddlewareFacts.AttributeOf(type) is null
            && !DiscoveryRules.IsLeftOut(type, context.CancellationToken)
            && !application.IsBase(type.Name, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.UnmarkedMiddleware, Locations.Of(type), type.Name, around.Short()));
        }
    }
}
