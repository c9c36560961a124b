using CqrsGen.Analyzers.Purity;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Adds <c>AsNoTracking()</c> to the query from which a changed entity came.</summary>
internal static class EntityQuery
{
    private const string Name = "AsNoTracking";

    public static async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var name = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (semantics is null || diagnostic.AdditionalLocations.Count > 0
            || name?.Parent is not MemberAccessExpressionSyntax access
            || semantics.GetSymbolInfo(FirstOf(access), cancellationToken).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || SourceOf(await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false)) is not { } source
            || SetIn(source, semantics, cancellationToken) is not { } set)
        {
            return [];
        }

        return
        [
            new(Name, "Read without tracking", set.TargetOf(), async (editor, token) =>
                Edits.Replace(
                    await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false),
                    set,
                    static current => SyntaxFactory.InvocationExpression(
                            SyntaxFactory.MemberAccessExpression(
                                SyntaxKind.SimpleMemberAccessExpression,
                                current.WithoutTrailingTrivia(),
                                SyntaxFactory.IdentifierName(Name)))
                        .WithTrailingTrivia(current.GetTrailingTrivia()))),
        ];
    }

    private static ExpressionSyntax FirstOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => FirstOf(access.Expression),
        ElementAccessExpressionSyntax element => FirstOf(element.Expression),
        PostfixUnaryExpressionSyntax unary => FirstOf(unary.Operand),
        _ => expression,
    };

    private static ExpressionSyntax? SourceOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        ForEachStatementSyntax loop => loop.Expression,
        _ => null,
    };

    /// <summary>
    /// The set that a query begins with, where the query can begin with <c>AsNoTracking</c>: not where the set itself
    /// is asked for a key.
    /// </summary>
    private static ExpressionSyntax? SetIn(
        ExpressionSyntax source, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var sets = source.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Where(node => node.Parent is not MemberAccessExpressionSyntax access || access.Name != node)
            .Where(node => Entities.IsSet(semantics.GetTypeInfo(node, cancellationToken).Type))
            .ToList();
        return sets.Count == 1 && semantics.GetTypeInfo(sets[0], cancellationToken).Type is { } type
            && !semantics.LookupSymbols(
                sets[0].SpanStart, (INamespaceOrTypeSymbol)type, Name, includeReducedExtensionMethods: true).IsEmpty
            && (sets[0].Parent?.Parent is not InvocationExpressionSyntax call
                || semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
                || !Entities.IsSet(method.ContainingType))
            ? sets[0]
            : null;
    }
}
