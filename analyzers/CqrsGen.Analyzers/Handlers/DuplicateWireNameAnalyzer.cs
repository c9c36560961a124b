using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3019: two messages have one wire name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateWireNameAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.DuplicateWireName];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known.Application), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Arity > 0 || MessageFacts.AttributeOf(type) is null)
        {
            return;
        }

        string name = MessageFacts.WireNameOf(type);
        var sharers = application.MessagesNamed(name, context.CancellationToken);
        if (sharers.Length > 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.DuplicateWireName,
                Locations.Of(type),
                sharers.Where(other => !SymbolEqualityComparer.Default.Equals(other, type)).Select(Locations.Of),
                name,
                Listing.Of(sharers.Select(static sharer => sharer.ToDisplayString()))));
        }
    }
}
