using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells from the shape of conditions whether code runs only where a variable has no value yet, or an old one. To
/// compare it with something else is state: <c>if (s_mode != query.Mode) s_mode = query.Mode;</c>. Remembers what it
/// has found, so that a body of many writes and many conditions is walked once: one object serves one body or one type.
/// </summary>
internal sealed class Unset
{
    /// <summary>How many variables are looked at in one block. Of all others nothing is reported.</summary>
    private const int MostVariables = 100;

    /// <summary>How many characters of a condition are looked at. Where one is longer, nothing is reported.</summary>
    private const int LongestCondition = 4000;

    private static readonly HashSet<string> s_empty = new(StringComparer.Ordinal)
    {
        "Empty", "None", "Unset", "MinValue", "Default", "Zero", "NaN",
    };

    private static readonly Regex s_time = new(
        "(now|utc|time|tick|elapsed|expir|ttl|age$|stale|today|clock)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly Dictionary<SyntaxNode, Scope> _scopes = [];

    /// <summary>
    /// Below a condition that asks whether the variable is unset, or one that is written beside it, as an expiry is; or
    /// after an <c>if</c> that leaves when it is set.
    /// </summary>
    public bool IsAskedBefore(SyntaxNode write, string name)
    {
        for (SyntaxNode? node = write; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Parent switch
            {
                IfStatementSyntax branch when branch.Statement == node =>
                    ScopeOf(branch).Asks(branch.Condition, true, name),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } =>
                    ScopeOf(branch).Asks(branch.Condition, false, name),
                ConditionalExpressionSyntax choice when choice.Condition != node =>
                    ScopeOf(choice).Asks(choice.Condition, choice.WhenTrue == node, name),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
                    when coalesce.Right == node => Memo.Mentions(coalesce.Left, [name]),
                BlockSyntax block => ScopeOf(block).IsLeftBefore(block, node.SpanStart, name),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private Scope ScopeOf(SyntaxNode node)
    {
        if (!_scopes.TryGetValue(node, out var scope))
        {
            _scopes[node] = scope = new Scope(node);
        }

        return scope;
    }

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax
        || (statement is BlockSyntax block && block.Statements.LastOrDefault() is ReturnStatementSyntax);

    /// <summary>A block, or what stands below a condition: what it writes, and what it asks of variables.</summary>
    private sealed class Scope(SyntaxNode node)
    {
        private readonly Dictionary<(ExpressionSyntax Condition, bool When, string Name), bool> _asked = [];
        private readonly Dictionary<string, int> _left = new(StringComparer.Ordinal);
        private (HashSet<string> Written, HashSet<string> Reset)? _names;

        /// <summary>
        /// Whether the variable, or one beside it, is unset or old where a condition is true, or false.
        /// </summary>
        public bool Asks(ExpressionSyntax condition, bool when, string name)
        {
            if (!_asked.TryGetValue((condition, when, name), out bool asks))
            {
                _asked[(condition, when, name)] = asks = condition.Span.Length > LongestCondition
                    || NamesBeside(name).Asks(condition, when);
            }

            return asks;
        }

        /// <summary>
        /// Whether an <c>if</c> of the block that stands before a place leaves when the variable is set.
        /// </summary>
        public bool IsLeftBefore(BlockSyntax block, int place, string name)
        {
            if (!_left.TryGetValue(name, out int left))
            {
                if (_left.Count == MostVariables)
                {
                    return true;
                }

                _left[name] = left = block.Statements.OfType<IfStatementSyntax>()
                    .FirstOrDefault(before => Leaves(before.Statement) && Asks(before.Condition, false, name))
                    ?.SpanStart ?? int.MaxValue;
            }

            return left < place;
        }

        private Names NamesBeside(string name)
        {
            var (written, reset) = _names ??= Read();
            return new Names(written, reset, name);
        }

        private (HashSet<string> Written, HashSet<string> Reset) Read()
        {
            var written = new HashSet<string>(StringComparer.Ordinal);
            var reset = new HashSet<string>(StringComparer.Ordinal);
            foreach (var assignment in node.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                string name = Memo.NameOf(assignment.Left);
                if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                {
                    written.Add(name);
                }

                if (assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression))
                {
                    reset.Add(name);
                }
            }

            return (written, reset);
        }
    }

    /// <summary>A variable, and those that are written beside it.</summary>
    private sealed class Names(HashSet<string> written, HashSet<string> reset, string name)
    {
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
            && AreSeveral && Memo.Mentions(comparison, Has)
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
            BinaryPatternSyntax both when both.IsKind(SyntaxKind.OrPattern) == when =>
                IsUnset(both.Left, when) && IsUnset(both.Right, when),
            BinaryPatternSyntax one => IsUnset(one.Left, when) || IsUnset(one.Right, when),
            ConstantPatternSyntax constant => when
                ? IsEmpty(constant.Expression)
                : constant.Expression.IsKind(SyntaxKind.TrueLiteralExpression),
            RecursivePatternSyntax or DeclarationPatternSyntax or TypePatternSyntax => !when,
            ListPatternSyntax { Patterns.Count: 0 } => when,
            _ => false,
        };

        /// <summary>Whether a flag is taken back in the branch that it opens.</summary>
        private bool IsReset(ExpressionSyntax flag) => AreSeveral && reset.Contains(Memo.NameOf(flag));

        /// <summary>One of the variables itself, or what <c>Volatile.Read</c> and its like read of it.</summary>
        private bool IsOne(ExpressionSyntax expression) => expression switch
        {
            ParenthesizedExpressionSyntax inner => IsOne(inner.Expression),
            InvocationExpressionSyntax call => Memo.NameOf(call.Expression) is "Read" or "CompareExchange" or "Exchange"
                && call.ArgumentList.Arguments.FirstOrDefault() is { RefKindKeyword.RawKind: not 0 } read
                && IsOne(read.Expression),
            _ => Has(Memo.NameOf(expression)),
        };

        private bool AreSeveral => written.Count > (written.Contains(name) ? 1 : 0);

        private bool Has(string other) => other == name || written.Contains(other);

        private static bool IsEmpty(ExpressionSyntax value) => value switch
        {
            LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression
                or SyntaxKind.DefaultLiteralExpression or SyntaxKind.FalseLiteralExpression
                || literal.Token.ValueText is "" or "0",
            ParenthesizedExpressionSyntax inner => IsEmpty(inner.Expression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } => true,
            DefaultExpressionSyntax => true,
            MemberAccessExpressionSyntax member => s_empty.Contains(member.Name.Identifier.ValueText),
            _ => false,
        };
    }
}
