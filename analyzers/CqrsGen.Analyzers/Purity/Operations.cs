using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>
    /// An operation and all below it, in the order of the source, by a stack of its own: a sum of ten thousand terms is
    /// as deep as it is long. What is wrong is left out with all below it.
    /// </summary>
    public static IEnumerable<IOperation> Walk(IEnumerable<IOperation> roots, Func<IOperation, bool> descend)
    {
        var open = new Stack<IOperation>(roots.Reverse());
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (current is IInvalidOperation or INameOfOperation or ITypeOfOperation)
            {
                continue;
            }

            yield return current;
            if (descend(current))
            {
                foreach (var child in current.ChildOperations.Reverse())
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>Whether what is below an operation runs when the member does, not when a function in it does.</summary>
    public static bool IsOfMember(IOperation operation) =>
        operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation);

    /// <summary>Without conversions that the language defines.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>What <c>?.</c> goes on with.</summary>
    public static IOperation? TargetOf(IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (var parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>The name in a call or assignment, which is what a reader looks for.</summary>
    public static Location LocationOf(IOperation operation) => (operation.Syntax switch
    {
        InvocationExpressionSyntax call => NameIn(call.Expression),
        AssignmentExpressionSyntax assignment => NameIn(assignment.Left),
        PostfixUnaryExpressionSyntax unary => NameIn(unary.Operand),
        PrefixUnaryExpressionSyntax unary => NameIn(unary.Operand),
        BaseObjectCreationExpressionSyntax creation => creation is ObjectCreationExpressionSyntax stated
            ? stated.Type
            : creation,
        ArgumentSyntax argument => NameIn(argument.Expression),
        ExpressionSyntax expression => NameIn(expression),
        var other => other,
    }).GetLocation();

    private static SyntaxNode NameIn(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ElementAccessExpressionSyntax element => NameIn(element.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            NameIn(suppressed.Operand),
        _ => expression,
    };
}
