using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3017: a message, or a type around it, is not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageNotPartialAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.MessageNotPartial];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || IsGeneric(type)
            || MessageRules.KindOf(type, out _, out _) == MessageKind.None
            || MessageFacts.AttributeOf(type) is null
            || type.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken)
                is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        for (var current = declaration; current is not null; current = current.Parent as TypeDeclarationSyntax)
        {
            if (!current.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.MessageNotPartial,
                    Locations.Of(type),
                    current.Identifier.ValueText,
                    type.Name));
                return;
            }
        }
    }

    // No route can be written for one closed form of a generic type.
    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));
}
