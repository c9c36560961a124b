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
        if (field.DeclaredAccessibility != Accessibility.Private
            || (field.IsImplicitlyDeclared && field.AssociatedSymbol is not IPropertySymbol))
        {
            return false;
        }

        // Behind a property only the property itself can write, by a keyword.
        string name = NameOf(field);
        foreach (var reference in (field.AssociatedSymbol ?? field.ContainingType).DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (IsSetter(node, field) || (IsWrite(node, name) && !IsLazy(node, name)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a private collection is asked for a key in the member that adds to it: looked up, and filled when it
    /// was not there. What is worked out from what was there is state.
    /// </summary>
    public static bool IsFilledWhereAsked(IFieldSymbol field, SyntaxNode write)
    {
        string name = NameOf(field);
        var member = write.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return field.DeclaredAccessibility == Accessibility.Private && member is not null
            && member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
                access.Name.Identifier.ValueText is "TryGetValue" or "ContainsKey" or "GetValueOrDefault"
                && NameOf(access.Expression) == name)
            && !new OldValue(member, name).Feeds(write);
    }

    /// <summary>Whether a private collection is filled below or after an <c>if</c> that asks whether it was.</summary>
    public static bool IsFilledOnce(IFieldSymbol field, SyntaxNode write) =>
        field.DeclaredAccessibility == Accessibility.Private && Unset.IsAskedBefore(write, NameOf(field));

    /// <summary>What a field is called where it stands in an expression.</summary>
    private static string NameOf(IFieldSymbol field) => field.IsImplicitlyDeclared ? "field" : field.Name;

    private static bool IsSetter(SyntaxNode node, IFieldSymbol field) => field.IsImplicitlyDeclared
        && node is AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.SetAccessorDeclaration, Body: null } setter
        && setter.ExpressionBody is null;

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
            || (!Mentions(assignment.Right, [name]) && Unset.IsAskedBefore(assignment, name)),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            NameOf(call.Expression) is "CompareExchange" or "EnsureInitialized" or "Read",
        _ => IsInConstructor(write),
    };

    private static bool IsInConstructor(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax
            || node.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is
            {
                RawKind: (int)SyntaxKind.InitAccessorDeclaration,
            })
        && node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;

    private static bool IsDefault(ExpressionSyntax value) =>
        value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;

    public static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(identifier => names.Contains(identifier.Identifier.ValueText))
        || (names.Contains("field")
            && node.DescendantNodesAndSelf().Any(static found => found is FieldExpressionSyntax));

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax left) => left is TupleExpressionSyntax tuple
        ? tuple.Arguments.Select(static argument => argument.Expression)
        : [left];

    /// <summary>The name of a variable or member; empty for anything else.</summary>
    public static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        FieldExpressionSyntax => "field",
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            NameOf(suppressed.Operand),
        _ => "",
    };
}
