using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3018: a class has a handler interface through a supertype and does not say so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InheritedHandlerAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.InheritedHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // A generic class is a base for handlers: the classes that derive from it are looked at.
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.IsGenericType
            || HandlerFacts.HandledBy(type, context.CancellationToken).FirstOrDefault() is not { } handled
            || type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(context.CancellationToken)
                is TypeDeclarationSyntax declaration && SyntaxRules.IsCandidateType(declaration)))
        {
            return;
        }

        var inherited = type.AllInterfaces.First(static candidate =>
            HandlerRules.IsHandlerInterface(candidate, out _, out _, out _));
        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.InheritedHandler,
            Locations.Of(type),
            type.Name,
            inherited.Short(),
            SourceOf(type, handled)));
    }

    /// <summary>The supertype that brings the interface; the class itself when it names it by an alias.</summary>
    private static string SourceOf(INamedTypeSymbol type, HandlerEntry handled)
    {
        if (type.BaseType is { } parent && HandlerFacts.HasHandlerInterface(parent))
        {
            return parent.Name;
        }

        var source = type.Interfaces.FirstOrDefault(HandlerFacts.HasHandlerInterface);
        return source?.Name ?? handled.Display;
    }
}
