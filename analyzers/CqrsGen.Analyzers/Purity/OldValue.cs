using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What a member reads from a collection, and whether what it stores there is worked out from that.</summary>
internal sealed class OldValue
{
    private readonly string _field;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    public OldValue(SyntaxNode member, string field)
    {
        _field = field;
        var nodes = member.DescendantNodes().ToList();
        foreach (var call in nodes.OfType<InvocationExpressionSyntax>().Where(IsLookUp))
        {
            _read.UnionWith(call.ArgumentList.Arguments.Select(static argument => argument.Expression switch
            {
                DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax declared } =>
                    declared.Identifier.ValueText,
                var other when argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) => Memo.NameOf(other),
                _ => "",
            }));
        }

        foreach (var variable in nodes.OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer?.Value is { } value)
            {
                Note(variable.Identifier.ValueText, value);
            }
        }

        // What is worked out anew where nothing was found is no old value.
        var assignments = nodes.OfType<AssignmentExpressionSyntax>().ToList();
        _read.ExceptWith(assignments
            .Where(assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && !Mentions(assignment.Right))
            .Select(static assignment => Memo.NameOf(assignment.Left)));
        _read.Remove("");
        foreach (var node in nodes)
        {
            string changed = node switch
            {
                AssignmentExpressionSyntax assignment
                    when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || Changes(assignment.Right) =>
                    Memo.NameOf(assignment.Left),
                PostfixUnaryExpressionSyntax unary => Memo.NameOf(unary.Operand),
                PrefixUnaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
                } unary => Memo.NameOf(unary.Operand),
                _ => "",
            };
            if (_read.Contains(changed))
            {
                _changed.Add(changed);
            }
        }
    }

    /// <summary>Whether the value that is stored is another than the one that was read, and made from it.</summary>
    public bool Feeds(SyntaxNode write) => !IsOfMissing(write) && write switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            Changes(assignment.Right),
        AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.Skip(1)
            .Take(Memo.NameOf(call.Expression) == "TryUpdate" ? 1 : int.MaxValue)
            .Any(argument => argument.Expression is ParenthesizedLambdaExpressionSyntax lambda
                ? ChangesParameter(lambda)
                : Changes(argument.Expression)),
        _ => false,
    };

    /// <summary>Whether a write happens only where the key was not there.</summary>
    private bool IsOfMissing(SyntaxNode write) => write.Ancestors().OfType<IfStatementSyntax>().Any(branch =>
        branch.Statement.Span.Contains(write.Span)
        && branch.Condition is PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax call }
        && IsLookUp(call));

    private void Note(string variable, ExpressionSyntax value)
    {
        if (Changes(value))
        {
            _read.Add(variable);
            _changed.Add(variable);
        }
        else if (IsLookUp(value) || IsElement(value))
        {
            _read.Add(variable);
        }
    }

    private bool Changes(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Changes(inner.Expression),
        IdentifierNameSyntax name => _changed.Contains(name.Identifier.ValueText),
        AssignmentExpressionSyntax assignment => Changes(assignment.Right),
        ConditionalExpressionSyntax choice => Changes(choice.WhenTrue) || Changes(choice.WhenFalse),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce =>
            Changes(coalesce.Left) || Changes(coalesce.Right),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            Changes(suppressed.Operand),
        CastExpressionSyntax cast => Changes(cast.Expression),
        _ => !IsLookUp(value) && !IsElement(value) && Mentions(value),
    };

    private static bool ChangesParameter(ParenthesizedLambdaExpressionSyntax lambda) =>
        lambda.ParameterList.Parameters.LastOrDefault()?.Identifier.ValueText is { } old
        && lambda.Body is not IdentifierNameSyntax && Memo.Mentions(lambda.Body, [old]);

    private bool Mentions(ExpressionSyntax value) => Memo.Mentions(value, _read)
        || value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(found => IsLookUp(found) || IsElement(found));

    private bool IsLookUp(ExpressionSyntax value) => value is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "TryGetValue" or "GetValueOrDefault" or "ContainsKey",
        } access,
    } && Memo.NameOf(access.Expression) == _field;

    private bool IsElement(ExpressionSyntax value) =>
        value is ElementAccessExpressionSyntax element && Memo.NameOf(element.Expression) == _field;
}
