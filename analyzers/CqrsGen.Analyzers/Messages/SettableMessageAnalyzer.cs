using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Messages;

/// <summary>CQG4001: a property or field of a message can be set after it was made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettableMessageAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MessageDescriptors.SettableMessage];

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
            if (IsSettable(member) && !member.Locations.IsEmpty && member.Locations[0].IsInSource)
            {
                string remedy = IsPositional(member, context.CancellationToken)
                    ? $"Make '{type.Name}' a readonly record struct"
                    : member is IFieldSymbol ? "Make it a property with init"
                    : "Make it init";
                context.ReportDiagnostic(Diagnostic.Create(
                    MessageDescriptors.SettableMessage, member.Locations[0], member.Name, type.Name, remedy));
            }
        }
    }

    /// <summary>Whether a member is a parameter of a record, from which the compiler makes a property.</summary>
    internal static bool IsPositional(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax);

    private static bool IsSettable(ISymbol member) => member switch
    {
        IPropertySymbol
        {
            IsStatic: false, IsIndexer: false, IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true,
            SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal },
        } property => property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            && !IsAskedFor(property),
        IFieldSymbol
        {
            IsStatic: false, IsConst: false, IsReadOnly: false, IsImplicitlyDeclared: false,
            DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
        } => true,
        _ => false,
    };

    /// <summary>Whether an interface asks that it can be set.</summary>
    private static bool IsAskedFor(IPropertySymbol property) =>
        property.ContainingType.AllInterfaces.Any(candidate => candidate.GetMembers(property.Name)
            .OfType<IPropertySymbol>()
            .Any(static asked => asked.SetMethod is { IsInitOnly: false }));
}
