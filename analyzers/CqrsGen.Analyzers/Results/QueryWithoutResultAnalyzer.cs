using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2003: a query answers with nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryWithoutResultAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.QueryWithoutResult];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (MessageFacts.DeclaredKindOf(type, out var result) is MessageKind.Query or MessageKind.StreamQuery
            && IsNothing(result))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultDescriptors.QueryWithoutResult, Locations.Of(type), type.Name, result!.Short()));
        }
    }

    private static bool IsNothing(ITypeSymbol? result) => result is INamedTypeSymbol { Arity: 0 } type
        && type.Name switch
        {
            "Unit" => MessageRules.IsOurs(type),
            "Task" or "ValueTask" => type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks",
            _ => false,
        };
}
