using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Messages;

/// <summary>CQG4003: a message is no record, or one that others may derive from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageNotRecordAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MessageDescriptors.MessageNotRecord];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known.Application), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, ApplicationIndex application)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct
            && type is { IsAbstract: false, IsStatic: false }
            && MessageFacts.KindOf(type) != MessageKind.None
            && FlawOf(type, application, context.CancellationToken) is { } flaw)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                MessageDescriptors.MessageNotRecord, Locations.Of(type), type.Name, flaw.What, flaw.Remedy));
        }
    }

    private static (string What, string Remedy)? FlawOf(
        INamedTypeSymbol type, ApplicationIndex application, CancellationToken cancellationToken) => type switch
        {
            { IsRecord: false, TypeKind: TypeKind.Struct } => ("a struct", "Make it a record struct"),
            { IsSealed: false } when application.IsBase(type.Name, cancellationToken) => null,
            { IsRecord: false } => ("a class", "Make it a sealed record"),
            { IsSealed: false } => ("not sealed", "Seal it"),
            _ => null,
        };
}
