using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3019: two messages have one wire name, or names that differ in case only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateWireNameAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.DuplicateWireName];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation => AnalyzeComposition(operation, known.Modules), OperationKind.Invocation);
    }

    /// <summary>What no code of this assembly shows: messages of two modules with one name.</summary>
    private static void AnalyzeComposition(OperationAnalysisContext context, ModuleIndex modules)
    {
        if (!Composition.IsHere(context.Operation))
        {
            return;
        }

        foreach (var named in modules.NamedTwice(context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.DuplicateWireName,
                Composition.LocationOf(context.Operation),
                NameOf(named.Value),
                Listing.Of(named.Value.Select(static message => message.ToDisplayString()))));
        }
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Arity > 0 || MessageFacts.AttributeOf(type) is null)
        {
            return;
        }

        string name = MessageFacts.WireNameOf(type);
        var sharers = known.Application.MessagesNamed(name, context.CancellationToken)
            .AddRange(known.Modules.MessagesNamed(name, context.CancellationToken));
        if (sharers.Length > 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.DuplicateWireName,
                Locations.Of(type),
                sharers.Where(other => !SymbolEqualityComparer.Default.Equals(other, type))
                    .Select(Locations.Of)
                    .Where(static location => location.IsInSource),
                NameOf(sharers),
                Listing.Of(sharers.Select(static sharer => sharer.ToDisplayString()))));
        }
    }
    /// <summary>What the messages are called; options, which name messages, do not see the case of a name.</summary>
    private static string NameOf(ImmutableArray<INamedTypeSymbol> sharers)
    {
        var names = sharers.Select(MessageFacts.WireNameOf).Distinct(StringComparer.Ordinal).ToList();
        return $"'{names[0]}'{(names.Count > 1 ? ", in whatever case," : "")}";
    }
}
