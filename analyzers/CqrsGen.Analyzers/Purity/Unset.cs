using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells from the shape of conditions whether code runs only where a variable has no value yet, or an old one. To
/// compare it with something else is state: <c>if (s_mode != query.Mode) s_mode = query.Mode;</c>.
/// </summary>
internal static class Unset
{
    private static readonly HashSet<string> s_empty = new(StringComparer.Ordinal)
    {
        "Empty", "None", "Unset", "MinValue", "Default", "Zero", "NaN",
    };

    private static readonly Regex s_time = new(
        "(now|utc|time|tick|elapsed|expir|ttl|age$|stale|today|clock)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// Below a condition that asks whether the variable is unset, or one that is written beside it, as an expiry is; or
    /// after an <c>if</c> that leaves when it is set.
    /// </summary>
    public static bool IsAskedBefore(SyntaxNode write, string name)
    {
        for (SyntaxNode? node = write; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Parent switch
            {
                IfStatementSyntax branch when branch.Statement == node =>
                    new Names(branch, name).Asks(branch.Condition, true),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } =>
                    new Names(branch, name).Asks(branch.Condition, false),
                ConditionalExpressionSyntax choice when choice.Condition != node =>
                    new Names(choice, name).Asks(choice.Condition, choice.WhenTrue == node),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
                    when coalesce.Right == node => Memo.Mentions(coalesce.Left, [name]),
                BlockSyntax block => block.Statements.OfType<IfStatementSyntax>().Any(before =>
                    before.SpanStart < node.SpanStart && Leaves(before.Statement)
                    && new Names(block, name).Asks(before.Condition, false)),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax
        || (statement is BlockSyntax block && block.Statements.LastOrDefault() is ReturnStatementSyntax);

    /// <summary>A variable, and those that are written beside it.</summary>
    private sealed class Names
    {
        private readonly HashSet<string> _names;
        private readonly SyntaxNode _scope;

        public Names(SyntaxNode scope, string name)
        {
            _scope = scope;
            _names = new HashSet<string>(
                scope.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                    .Where(static assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                    .Select(static assignment => Memo.NameOf(assignment.Left)),
                StringComparer.Ordinal) { name };
        }

        /// <summary>Whether one of them is unset or old where a condition is true, or false.</summary>
        public bool Asks(ExpressionSyntax condition, bool when) => condition switch
        {
            ParenthesizedExpressionSyntax inner => Asks(inner.Expression, when),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not =>
                Asks(not.Operand, !when),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both =>
                when ? One(both, true) : Each(both, false),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either =>
                when ? Each(either, true) : One(either, false),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals =>
                when && AreUnset(equals.Left, equals.Right),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } differs =>
                !when && AreUnset(differs.Left, differs.Right),
            BinaryExpressionSyntax comparison => IsOld(comparison) || IsCount(comparison),
            IsPatternExpressionSyntax matched => IsOne(matched.Expression) && IsUnset(matched.Pattern, when),
            InvocationExpressionSyntax call => IsUnset(call, when),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access
                when IsOne(access.Expression) => member switch
                {
                    "IsDefault" or "IsDefaultOrEmpty" or "IsEmpty" => when,
                    "HasValue" or "IsValueCreated" => !when,
                    _ => s_time.IsMatch(member) || member.IndexOf("Valid", StringComparison.Ordinal) >= 0,
                },
            _ => IsOne(condition) && (!when || IsReset(condition)),
        };

        private bool One(BinaryExpressionSyntax pair, bool when) => Asks(pair.Left, when) || Asks(pair.Right, when);

        /// <summary>
        /// One of the two is enough where the other does not compare a variable itself: a connection may be closed.
        /// </summary>
        private bool Each(BinaryExpressionSyntax pair, bool when) =>
            (Asks(pair.Left, when) && (Asks(pair.Right, when) || !Compares(pair.Right)))
            || (Asks(pair.Right, when) && !Compares(pair.Left));

        private bool Compares(ExpressionSyntax condition) =>
            condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>()
                .Any(pair => IsOne(pair.Left) || IsOne(pair.Right));

        private bool AreUnset(ExpressionSyntax one, ExpressionSyntax other) =>
            (IsOne(one) && IsEmpty(other)) || (IsOne(other) && IsEmpty(one)) || (IsSize(one) && IsEmpty(other));

        /// <summary>A time is compared with one of several that are written together.</summary>
        private bool IsOld(BinaryExpressionSyntax comparison) =>
            comparison.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            && _names.Count > 1 && Memo.Mentions(comparison, _names)
            && comparison.DescendantNodes().OfType<SimpleNameSyntax>()
                .Any(static name => s_time.IsMatch(name.Identifier.ValueText));

        private bool IsCount(BinaryExpressionSyntax comparison) =>
            comparison.IsKind(SyntaxKind.LessThanExpression) && IsSize(comparison.Left)
            && comparison.Right is LiteralExpressionSyntax { Token.ValueText: "1" };

        private bool IsSize(ExpressionSyntax expression) =>
            expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } size
            && IsOne(size.Expression);

        private bool IsUnset(InvocationExpressionSyntax call, bool when) => Memo.NameOf(call.Expression) switch
        {
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" =>
                when && call.ArgumentList.Arguments.Any(argument => IsOne(argument.Expression)),
            "ReferenceEquals" or "Equals" => when && call.ArgumentList.Arguments.Count == 2
                && AreUnset(call.ArgumentList.Arguments[0].Expression, call.ArgumentList.Arguments[1].Expression),
            "TryGetValue" or "TryGetTarget" or "ContainsKey" or "Contains" or "Any" => !when
                && call.Expression is MemberAccessExpressionSyntax access && IsOne(access.Expression),
            _ => !when && IsOne(call),
        };

        private static bool IsUnset(PatternSyntax pattern, bool when) => pattern switch
        {
            UnaryPatternSyntax not => IsUnset(not.Pattern, !when),
            ParenthesizedPatternSyntax inner => IsUnset(inner.Pattern, when),
            ConstantPatternSyntax constant => when
                ? IsEmpty(constant.Expression)
                : constant.Expression.IsKind(SyntaxKind.TrueLiteralExpression),
            RecursivePatternSyntax or DeclarationPatternSyntax or TypePatternSyntax => !when,
            ListPatternSyntax { Patterns.Count: 0 } => when,
            _ => false,
        };

        /// <summary>Whether a flag is taken back in the branch that it opens.</summary>
        private bool IsReset(ExpressionSyntax flag) => _names.Count > 1
            && _scope.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
                assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression)
                && Memo.NameOf(assignment.Left) == Memo.NameOf(flag));

        /// <summary>One of the variables itself, or what <c>Volatile.Read</c> and its like read of it.</summary>
        private bool IsOne(ExpressionSyntax expression) => expression switch
        {
            ParenthesizedExpressionSyntax inner => IsOne(inner.Expression),
            InvocationExpressionSyntax call => Memo.NameOf(call.Expression) is "Read" or "CompareExchange" or "Exchange"
                && call.ArgumentList.Arguments.FirstOrDefault() is { RefKindKeyword.RawKind: not 0 } read
                && IsOne(read.Expression),
            _ => _names.Contains(Memo.NameOf(expression)),
        };

        private static bool IsEmpty(ExpressionSyntax value) => value switch
        {
            LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression
                or SyntaxKind.DefaultLiteralExpression or SyntaxKind.FalseLiteralExpression
                || literal.Token.ValueText is "" or "0",
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } => true,
            DefaultExpressionSyntax => true,
            MemberAccessExpressionSyntax member => s_empty.Contains(member.Name.Identifier.ValueText),
            _ => false,
        };
    }
}
