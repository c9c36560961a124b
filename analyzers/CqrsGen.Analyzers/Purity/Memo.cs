using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells fields that remember what was computed from those that hold state. A query may fill the former: nobody can
/// tell from outside whether it did.
/// </summary>
/// <remarks>
/// After Barnett, Naumann, Schulte and Sun, <i>99.44% pure: Useful Abstractions in Specifications</i>, FTfJP 2004.
/// </remarks>
internal static class Memo
{
    /// <summary>
    /// Whether a field is private, and every write to it stands in a constructor, gives it back its default, or happens
    /// only when it has no value yet, or an old one.
    /// </summary>
    public static bool Is(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || field.IsImplicitlyDeclared)
        {
            return false;
        }

        foreach (var reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (IsWrite(node, field.Name) && !IsLazy(node, field.Name))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a private collection is asked for a key in the member that adds to it: looked up, and filled when it
    /// was not there.
    /// </summary>
    public static bool IsFilledWhereAsked(IFieldSymbol field, SyntaxNode write)
    {
        var member = write.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return field.DeclaredAccessibility == Accessibility.Private && member is not null
            && member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
                access.Name.Identifier.ValueText is "TryGetValue" or "ContainsKey" or "GetValueOrDefault"
                && NameOf(access.Expression) == field.Name);
    }

    /// <summary>Whether a private collection is filled below or after an <c>if</c> that asks whether it was.</summary>
    public static bool IsFilledOnce(IFieldSymbol field, SyntaxNode write) =>
        field.DeclaredAccessibility == Accessibility.Private && IsGuarded(write, field.Name);

    private static bool IsWrite(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax assignment => Targets(assignment.Left).Any(target => NameOf(target) == name),
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } unary =>
            NameOf(unary.Operand) == name,
        PrefixUnaryExpressionSyntax unary =>
            unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
            && NameOf(unary.Operand) == name,
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword
            && NameOf(argument.Expression) == name,
        _ => false,
    };

    private static bool IsLazy(SyntaxNode write, string name) => write switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } => true,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            IsInConstructor(write)
            || IsDefault(assignment.Right)
            || (!Mentions(assignment.Right, [name]) && IsGuarded(assignment, name)),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            NameOf(call.Expression) is "CompareExchange" or "EnsureInitialized" or "Read",
        _ => IsInConstructor(write),
    };

    private static bool IsInConstructor(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax
        && node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;

    private static bool IsDefault(ExpressionSyntax value) =>
        value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;

    /// <summary>
    /// Below an <c>if</c> that looks at the field, or at one that is written beside it, as an expiry is; or after such
    /// an <c>if</c> that leaves.
    /// </summary>
    private static bool IsGuarded(SyntaxNode write, string name)
    {
        for (SyntaxNode? node = write; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax branch && branch.Condition != node
                && Mentions(branch.Condition, WrittenIn(branch, name)))
            {
                return true;
            }

            if (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
                && coalesce.Right == node && Mentions(coalesce.Left, [name]))
            {
                return true;
            }

            if (node.Parent is BlockSyntax block && block.Statements.OfType<IfStatementSyntax>().Any(before =>
                before.SpanStart < node.SpanStart && Leaves(before.Statement)
                && (Mentions(before, [name]) || Mentions(before.Condition, WrittenIn(block, name)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax
        || (statement is BlockSyntax block && block.Statements.LastOrDefault() is ReturnStatementSyntax);

    private static HashSet<string> WrittenIn(SyntaxNode scope, string name) => new(
        scope.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            .Select(static assignment => NameOf(assignment.Left)),
        StringComparer.Ordinal) { name };

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(identifier => names.Contains(identifier.Identifier.ValueText));

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax left) => left is TupleExpressionSyntax tuple
        ? tuple.Arguments.Select(static argument => argument.Expression)
        : [left];

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            NameOf(suppressed.Operand),
        _ => "",
    };
}
