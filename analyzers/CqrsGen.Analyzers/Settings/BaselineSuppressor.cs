using System.Collections.Immutable;
using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Settings;

/// <summary>
/// Keeps findings that a baseline names by their rule and a member, type or namespace, whichever analyzer reports them.
/// Does nothing where there is no baseline.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    private const string Prefix = "CQGKEPT";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_suppressions =
        Baseline.Rules.ToImmutableDictionary(
            static rule => rule,
            static rule => new SuppressionDescriptor(
                Prefix + rule.Substring(3), rule, "It stands in a baseline, to be kept for now."),
            StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. s_suppressions.Values.OrderBy(static suppression => suppression.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (!Baseline.IsAmong(context.Options.AdditionalFiles))
        {
            return;
        }

        var baseline = new Baseline(context.Options.AdditionalFiles, context.CancellationToken);
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && s_suppressions.TryGetValue(diagnostic.Id, out var suppression)
                && baseline.Has(diagnostic.Id, DeclaredAround(diagnostic, tree, context)))
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    /// <summary>The member or type in whose declaration a diagnostic stands.</summary>
    private static ISymbol? DeclaredAround(
        Diagnostic diagnostic, SyntaxTree tree, SuppressionAnalysisContext context)
    {
        var node = tree.GetRoot(context.CancellationToken)
            .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var semantics = context.GetSemanticModel(tree);
        foreach (var outer in node.AncestorsAndSelf())
        {
            var declared = outer switch
            {
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } variable =>
                    semantics.GetDeclaredSymbol(variable, context.CancellationToken),
                ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter =>
                    PropertyOf(semantics.GetDeclaredSymbol(parameter, context.CancellationToken)),
                CompilationUnitSyntax unit => semantics.GetDeclaredSymbol(unit, context.CancellationToken),
                BaseFieldDeclarationSyntax field =>
                    semantics.GetDeclaredSymbol(field.Declaration.Variables[0], context.CancellationToken),
                MemberDeclarationSyntax member => semantics.GetDeclaredSymbol(member, context.CancellationToken),
                _ => null,
            };
            if (declared is not null)
            {
                return declared;
            }
        }

        return null;
    }

    /// <summary>The property that a parameter of a record stands for.</summary>
    private static IPropertySymbol? PropertyOf(ISymbol? parameter) =>
        parameter?.ContainingType?.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
}
