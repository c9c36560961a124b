using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.CodeFixes.Purity;

/// <summary>Turns <c>query.Name = value;</c> into <c>query = query with { Name = value };</c>.</summary>
internal static class MessageCopy
{
    public static async Task<IReadOnlyList<Fix>> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var statement = await document.FindAsync<ExpressionStatementSyntax>(diagnostic, cancellationToken)
            .ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (semantics is null || diagnostic.AdditionalLocations.Count > 0
            || statement?.Expression is not AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax message } access,
            } assignment
            || semantics.GetSymbolInfo(message, cancellationToken).Symbol is not IParameterSymbol
            {
                RefKind: RefKind.None,
                Type: { IsRecord: true } or { IsValueType: true },
            } parameter
            || statement.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method
            || IsGivenAway(method, parameter, semantics, cancellationToken))
        {
            return [];
        }

        return
        [
            new("CopyMessage", $"Change a copy of '{parameter.Name}'", statement.TargetOf(), async (editor, token) =>
            {
                string name = message.Identifier.Text;
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                Edits.Replace<ExpressionSyntax>(edits, assignment, current => SyntaxFactory
                    .ParseExpression(
                        $"{name} = {name} with {{ {access.Name} = {((AssignmentExpressionSyntax)current).Right} }}")
                    .WithTriviaFrom(current));
            }),
        ];
    }

    /// <summary>Whether something else may hold the message, which then would not see the change.</summary>
    private static bool IsGivenAway(
        SyntaxNode method, ISymbol message, SemanticModel semantics, CancellationToken cancellationToken) =>
        method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == message.Name
            && name.Parent is not MemberAccessExpressionSyntax
            && SymbolEqualityComparer.Default.Equals(
                semantics.GetSymbolInfo(name, cancellationToken).Symbol, message));
}
