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
    private const string Keyword = "field";

    /// <summary>
    /// Whether a field is private, and every write to it stands in a constructor, gives it back its default, or happens
    /// only when it has no value yet, or an old one.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="statesOf">What <see cref="StatesOf"/> finds in a type or property.</param>
    public static bool Is(IFieldSymbol field, Func<ISymbol, HashSet<string>> statesOf) =>
        field.DeclaredAccessibility == Accessibility.Private
        && (!field.IsImplicitlyDeclared || field.AssociatedSymbol is IPropertySymbol)
        && !statesOf(field.AssociatedSymbol ?? field.ContainingType).Contains(NameOf(field));

    /// <summary>
    /// The names that a type writes otherwise than to remember something. Behind a property only the property itself
    /// can write, by a keyword.
    /// </summary>
    public static HashSet<string> StatesOf(ISymbol holder, CancellationToken cancellationToken)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        var unset = new Unset();
        foreach (var reference in holder.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (holder is IPropertySymbol && IsSetter(node))
                {
                    states.Add(Keyword);
                }

                foreach (string name in WrittenBy(node))
                {
                    if (name.Length > 0 && !states.Contains(name) && !IsLazy(node, name, unset))
                    {
                        states.Add(name);
                    }
                }
            }
        }

        return states;
    }

    /// <summary>What a field is called where it stands in an expression.</summary>
    public static string NameOf(IFieldSymbol field) => field.IsImplicitlyDeclared ? Keyword : field.Name;

    private static bool IsSetter(SyntaxNode node) =>
        node is AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.SetAccessorDeclaration, Body: null } setter
        && setter.ExpressionBody is null;

    private static string[] WrittenBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => [.. Targets(assignment.Left).Select(NameOf)],
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } unary =>
            [NameOf(unary.Operand)],
        PrefixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
        } unary => [NameOf(unary.Operand)],
        ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword =>
            [NameOf(argument.Expression)],
        _ => [],
    };

    private static bool IsLazy(SyntaxNode write, string name, Unset unset) => write switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } => true,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            IsInConstructor(write)
            || IsDefault(assignment.Right)
            || (!Mentions(assignment.Right, [name]) && unset.IsAskedBefore(assignment, name)),
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

    public static bool Mentions(SyntaxNode node, HashSet<string> names) => Mentions(node, names.Contains);

    /// <summary>Whether an expression has one of the names in it.</summary>
    public static bool Mentions(SyntaxNode node, Func<string, bool> isOne) =>
        node.DescendantNodesAndSelf().Any(found => found switch
        {
            IdentifierNameSyntax identifier => isOne(identifier.Identifier.ValueText),
            FieldExpressionSyntax => isOne(Keyword),
            _ => false,
        });

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax left) => left is TupleExpressionSyntax tuple
        ? tuple.Arguments.Select(static argument => argument.Expression)
        : [left];

    /// <summary>The name of a variable or member; empty for anything else.</summary>
    public static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        FieldExpressionSyntax => Keyword,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            NameOf(suppressed.Operand),
        _ => "",
    };
}
