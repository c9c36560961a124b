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
            || assignment.ContainsDirectives
            || IsGivenAway(method, parameter, semantics, cancellationToken))
        {
            return [];
        }

        return
        [
            new("CopyMessage", $"Change a copy of '{parameter.Name}'", statement.TargetOf(), async (editor, token) =>
            {
                var edits = await editor.GetDocumentEditorAsync(document.Id, token).ConfigureAwait(false);
                Edits.Replace<ExpressionSyntax>(
                    edits, assignment, static current => CopyIn((AssignmentExpressionSyntax)current));
            }),
        ];
    }

    /// <summary>
    /// The assignment of a copy. The member, the value and every comment between them move into the copy as they are.
    /// </summary>
    private static AssignmentExpressionSyntax CopyIn(AssignmentExpressionSyntax assignment)
    {
        var access = (MemberAccessExpressionSyntax)assignment.Left;
        var message = access.Expression.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space);
        var between = access.Expression.GetTrailingTrivia()
            .AddRange(access.OperatorToken.LeadingTrivia)
            .AddRange(access.OperatorToken.TrailingTrivia)
            .AddRange(access.Name.GetLeadingTrivia());
        var member = access.Name.WithLeadingTrivia(between.All(static trivia =>
            trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? [] : between);
        var value = assignment.Right.GetTrailingTrivia().Count > 0
            ? assignment.Right
            : assignment.Right.WithTrailingTrivia(SyntaxFactory.Space);
        var copy = SyntaxFactory.WithExpression(
            message,
            Token(SyntaxKind.WithKeyword, SyntaxFactory.Space),
            SyntaxFactory.InitializerExpression(
                SyntaxKind.WithInitializerExpression,
                Token(SyntaxKind.OpenBraceToken, SyntaxFactory.Space),
                [assignment.WithLeft(member).WithRight(value)],
                Token(SyntaxKind.CloseBraceToken)));
        return SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            message.WithLeadingTrivia(assignment.GetLeadingTrivia()),
            Token(SyntaxKind.EqualsToken, SyntaxFactory.Space),
            copy);
    }

    /// <summary>A token with exactly this behind it, so that nothing is laid out anew.</summary>
    private static SyntaxToken Token(SyntaxKind kind, params SyntaxTrivia[] after) =>
        SyntaxFactory.Token([], kind, [.. after]);

    /// <summary>Whether something else may hold the message, which then would not see the change.</summary>
    private static bool IsGivenAway(
        SyntaxNode method, ISymbol message, SemanticModel semantics, CancellationToken cancellationToken) =>
        method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == message.Name
            && !(name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
                && IsOnlyRead(access, semantics, cancellationToken))
            && SymbolEqualityComparer.Default.Equals(
                semantics.GetSymbolInfo(name, cancellationToken).Symbol, message));

    /// <summary>
    /// Whether a member says something of the message: its methods know it, and so does a property of its own type.
    /// </summary>
    private static bool IsOnlyRead(
        MemberAccessExpressionSyntax access, SemanticModel semantics, CancellationToken cancellationToken) =>
        semantics.GetSymbolInfo(access, cancellationToken).Symbol switch
        {
            IMethodSymbol method => method.IsImplicitlyDeclared
                || method.ContainingType.SpecialType == SpecialType.System_Object,
            IPropertySymbol property => !SymbolEqualityComparer.Default.Equals(
                property.Type, semantics.GetTypeInfo(access.Expression, cancellationToken).Type),
            _ => true,
        };
}
