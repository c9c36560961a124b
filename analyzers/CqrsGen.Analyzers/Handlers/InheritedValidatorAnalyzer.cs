using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3024: a class has a validator interface through a supertype and does not say so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InheritedValidatorAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.InheritedValidator];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (InheritedValidator.Find(type, context.CancellationToken) is { Count: > 0 } inherited)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.InheritedValidator,
                Locations.Of(type),
                type.Name,
                inherited[0].Short(),
                InheritedValidator.SourceOf(type)));
        }
    }
}
