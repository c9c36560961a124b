using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells whether somebody reads what comes back. Who posts to have something changed looks at the status at most; who
/// posts to ask reads the answer.
/// </summary>
internal static class Answers
{
    private static readonly ImmutableHashSet<string> s_ofStatus = ImmutableHashSet.Create(
        StringComparer.Ordinal, "IsSuccessStatusCode", "StatusCode", "ReasonPhrase", "EnsureSuccessStatusCode",
        "Dispose");

    /// <summary>Whether more than the status of what a call returns is looked at.</summary>
    /// <param name="call">The call.</param>
    /// <param name="all">All operations of the member.</param>
    public static bool IsRead(IOperation call, IEnumerable<IOperation> all)
    {
        var value = call;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { Type: INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" } }:
                case IExpressionStatementOperation:
                    return false;
                case IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" } check
                    when check.Instance == value:
                case IAwaitOperation or IConversionOperation or IArgumentOperation { Parameter.IsThis: true }:
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" } }:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" }:
                    value = parent;
                    continue;
                case IMemberReferenceOperation member:
                    return !s_ofStatus.Contains(member.Member.Name) && !IsOnlyOfFailure(member);
                case IInvocationOperation used:
                    return !s_ofStatus.Contains(used.TargetMethod.Name);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsRead(local, all);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return IsRead(local, all);
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;
                default:
                    return !IsOnlyOfFailure(parent);
            }
        }

        return false;
    }

    /// <summary>Whether a member reads what a process that it starts says.</summary>
    public static bool IsOutputRead(IEnumerable<IOperation> all) => all.OfType<IPropertyReferenceOperation>()
        .Any(static property => property.Property.Name is "RedirectStandardOutput" or "StandardOutput"
            && property.Property.ContainingNamespace?.ToDisplayString() == "System.Diagnostics");

    private static bool IsRead(ILocalSymbol local, IEnumerable<IOperation> all) =>
        all.OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && reference.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation } and not
                IUsingOperation
            && IsRead(reference, []));

    /// <summary>Whether something is looked at where the request has failed, to tell why.</summary>
    private static bool IsOnlyOfFailure(IOperation operation)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IThrowOperation || (parent is IConditionalOperation choice && FailureOf(choice) == child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The branch that runs where the status says that the request has failed.</summary>
    private static IOperation? FailureOf(IConditionalOperation choice) => choice.Condition.Bare() switch
    {
        IUnaryOperation
        {
            OperatorKind: UnaryOperatorKind.Not,
            Operand: IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" },
        } => choice.WhenTrue,
        IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" } => choice.WhenFalse,
        _ => null,
    };
}
