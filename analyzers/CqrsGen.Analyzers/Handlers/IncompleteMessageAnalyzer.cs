using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3016: a message has an interface without its attribute, or the attribute without one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IncompleteMessageAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.IncompleteMessage];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known.Application), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (IncompleteMessage.Find(type, application, context.CancellationToken) is not { } incomplete)
        {
            return;
        }

        string attribute = MessageFacts.AttributeNameOf(incomplete.Kind);
        var (problem, remedy) = incomplete.LacksAttribute
            ? OfInterface(type, incomplete.Kind, attribute)
            : ($"is marked [{attribute}] but has no interface, and {Reason(incomplete)}", Remedy(incomplete));
        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.IncompleteMessage, Locations.Of(type), type.Name, problem, remedy));
    }

    /// <summary>What is wrong where only the interface says what a type is.</summary>
    private static (string Problem, string Remedy) OfInterface(
        INamedTypeSymbol type, MessageKind kind, string attribute)
    {
        string problem = $"is {MessageFacts.Article(kind)} by its interface but";
        return MessageRules.ForeignAttributeOf(type) is { } foreign
            ? ($"{problem} is marked by {foreign.ToDisplayString()}", $"Add [CqrsGen.{attribute}]")
            : ($"{problem} is not marked", $"Add [{attribute}]");
    }

    private static string Reason(IncompleteMessage incomplete) => incomplete switch
    {
        { IsPartial: false } => "none can be added because it is not partial",
        { Handlers: 0 } => "no handler in this assembly says what its result is",
        { Handlers: > 1 } => $"its {incomplete.Handlers} handlers do not say which result it has",
        _ => "its handler does not say what its result is",
    };

    private static string Remedy(IncompleteMessage incomplete)
    {
        string named = incomplete.MissingInterface(SymbolNames.Short)
            ?? (incomplete.Kind == MessageKind.Command ? "ICommand<TResult>" : "IQuery<TResult>");
        return $"Add {named}";
    }
}
