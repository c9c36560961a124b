using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3022: a method of a middleware looks like a hook, but no hook has its name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisnamedHookAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.MisnamedHook];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class
            || MiddlewareFacts.AttributeOf(type) is null
            || MiddlewareFacts.AroundOf(type) is not null
            || DiscoveryRules.IsLeftOut(type, context.CancellationToken))
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (MisnamedHook.Find(method, context.CancellationToken) is { } name)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    HandlerDescriptors.MisnamedHook, Locations.Of(method), method.Name, type.Name, name));
            }
        }
    }
}
