using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Messages;

/// <summary>CQG4002: a message carries a collection that can be changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutableCollectionAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MessageDescriptors.MutableCollection];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || MessageRules.KindOf(type, out _, out _) == MessageKind.None)
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            if (TypeOf(member) is { } carried && MutableCollection.Of(carried) is { } collection
                && member.Locations[0].IsInSource)
            {
                string remedy = collection.IsList
                    ? $"EquatableList<{collection.Item.Short()}>, or {collection.Display}"
                    : collection.Display;
                context.ReportDiagnostic(Diagnostic.Create(
                    MessageDescriptors.MutableCollection,
                    member.Locations[0],
                    member.Name,
                    type.Name,
                    carried.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Short(),
                    remedy));
            }
        }
    }

    /// <summary>The type of what a message shows; null for what it hides, and what an interface asks for.</summary>
    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        { IsStatic: true } or { IsImplicitlyDeclared: true } or { IsOverride: true } => null,
        { DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal) } => null,
        IPropertySymbol { IsIndexer: false } property when !IsAskedFor(property) => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsAskedFor(IPropertySymbol property) =>
        property.ContainingType.AllInterfaces.Any(candidate => !candidate.GetMembers(property.Name).IsEmpty);
}
