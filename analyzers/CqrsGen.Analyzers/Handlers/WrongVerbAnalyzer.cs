using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3013: an event is sent, a query is published, and so on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongVerbAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.WrongVerb];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (WrongVerb.Find(call, context.SemanticModel, context.CancellationToken) is { } wrong)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.WrongVerb,
                wrong.Name.Identifier.GetLocation(),
                PluralOf(wrong.Kind),
                wrong.Message.Name,
                MessageFacts.Article(wrong.Kind),
                wrong.Verb,
                wrong.Name.Identifier.ValueText));
        }
    }

    private static string PluralOf(MessageKind kind) => kind switch
    {
        MessageKind.Command => "Commands",
        MessageKind.Query => "Queries",
        MessageKind.StreamQuery => "Stream queries",
        _ => "Events",
    };
}
