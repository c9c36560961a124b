using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Messages;

/// <summary>CQG4005: the name of a message does not end in its kind, or does where that is not wanted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageSuffixAnalyzer : CqrsAnalyzer
{
    /// <summary>The property of a diagnostic that holds the name to rename to.</summary>
    internal const string NewName = nameof(NewName);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MessageDescriptors.MessageSuffix];

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
        if (kind == MessageKind.None || MessageNames.ContradictionOf(type.Name, kind) is not null)
        {
            return;
        }

        string suffix = MessageNames.SuffixOf(kind);
        bool hasSuffix = MessageNames.HasSuffix(type.Name, suffix);
        bool isForbidden = RuleOptions.Read(context.Options, type, RuleOptions.MessageSuffix) == "forbid";
        if (hasSuffix == isForbidden)
        {
            string name = isForbidden
                ? type.Name.Substring(0, type.Name.Length - suffix.Length)
                : type.Name + suffix;
            context.ReportDiagnostic(Diagnostic.Create(
                MessageDescriptors.MessageSuffix,
                Locations.Of(type),
                ImmutableDictionary<string, string?>.Empty.Add(NewName, name),
                type.Name,
                isForbidden ? "must not end" : "must end",
                suffix,
                name));
        }
    }
}
