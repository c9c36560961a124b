using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3021: an alias hides an attribute or interface from the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenNameAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.HiddenName];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.UsingDirective);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var directive = (UsingDirectiveSyntax)context.Node;
        if (AliasRules.IsCandidate(directive)
            && AliasRules.FindHidden(directive, context.SemanticModel, context.CancellationToken) is { } hidden)
        {
            var alias = directive.Alias!.Name;
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.HiddenName, alias.GetLocation(), alias.Identifier.ValueText, hidden));
        }
    }
}
