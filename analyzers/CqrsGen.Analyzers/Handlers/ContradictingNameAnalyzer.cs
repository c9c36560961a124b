using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Analyzers.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>CQG3010: the name of a message ends in the word for another kind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictingNameAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerDescriptors.ContradictingName];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        var kind = MessageFacts.KindOf(type);
        if (kind != MessageKind.None && MessageNames.ContradictionOf(type.Name, kind) is { } suffix)
        {
            string name = type.Name.Substring(0, type.Name.Length - suffix.Length) + MessageNames.SuffixOf(kind);
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.ContradictingName,
                Locations.Of(type),
                ImmutableDictionary<string, string?>.Empty.Add(MessageSuffixAnalyzer.NewName, name),
                type.Name,
                MessageFacts.Article(kind),
                name));
        }
    }
}
