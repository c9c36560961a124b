using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>The text that a member says where it is declared, as far as its own class says it.</summary>
internal static class DeclaredText
{
    private const int Deepest = 32;

    /// <summary>What a field that never changes is given, or what a getter returns that none may replace.</summary>
    public static IEnumerable<string> Of(ISymbol member) => Find(member, 0) is { } text ? [text] : [];

    private static string? Find(ISymbol member, int depth) => member switch
    {
        IFieldSymbol { HasConstantValue: true, ConstantValue: string constant } => constant,
        { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } => null,
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } => member.DeclaringSyntaxReferences
            .Select(declared => ValueOf(declared.GetSyntax()) is { } value
                ? Find(value, member.ContainingType, depth + 1)
                : null)
            .FirstOrDefault(static text => text is not null),
        _ => null,
    };

    private static ExpressionSyntax? ValueOf(SyntaxNode declared) => declared switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value
            ?? property.AccessorList?.Accessors.Select(ReturnedBy).FirstOrDefault(),
        _ => null,
    };

    private static ExpressionSyntax? ReturnedBy(AccessorDeclarationSyntax getter) => getter.ExpressionBody?.Expression
        ?? (getter.Body?.Statements.FirstOrDefault() as ReturnStatementSyntax)?.Expression;

    /// <summary>The text of an expression, with gaps; null where nothing of it is known.</summary>
    private static string? Find(ExpressionSyntax expression, INamedTypeSymbol type, int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        switch (expression)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                return literal.Token.ValueText;
            case ParenthesizedExpressionSyntax inner:
                return Find(inner.Expression, type, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                string? left = Find(sum.Left, type, depth + 1);
                string? right = Find(sum.Right, type, depth + 1);
                return left is null && right is null ? null
                    : (left ?? CommandText.Gap) + (right ?? CommandText.Gap);
            case InterpolatedStringExpressionSyntax interpolated:
                return string.Concat(interpolated.Contents.Select(part => part switch
                {
                    InterpolatedStringTextSyntax text => text.TextToken.ValueText,
                    InterpolationSyntax { FormatClause: null } hole => Find(hole.Expression, type, depth + 1),
                    _ => null,
                } ?? CommandText.Gap));
            case IdentifierNameSyntax name:
                return type.GetMembers(name.Identifier.ValueText).FirstOrDefault() is { } other
                    ? Find(other, depth + 1)
                    : null;
            default:
                return null;
        }
    }
}
