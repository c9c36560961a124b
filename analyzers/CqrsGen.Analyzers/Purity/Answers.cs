using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells whether somebody reads what comes back. Who posts to have something changed looks at the status at most; who
/// posts to ask reads the answer. Made for one body, of whose operations it makes an index when it is first asked.
/// </summary>
/// <param name="all">All operations of the member.</param>
internal sealed class Answers(IReadOnlyList<IOperation> all)
{
    private static readonly ImmutableHashSet<string> s_ofStatus = ImmutableHashSet.Create(
        StringComparer.Ordinal, "IsSuccessStatusCode", "StatusCode", "ReasonPhrase", "EnsureSuccessStatusCode",
        "Dispose", "Wait");

    private readonly Dictionary<ISymbol, bool> _read = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol, ILocalReferenceOperation>? _references;
    private bool? _isOutputRead;

    /// <summary>Whether a member reads what a process that it starts says.</summary>
    public bool IsOutputRead => _isOutputRead ??= all.OfType<IPropertyReferenceOperation>()
        .Any(static property => property.Property.Name is "RedirectStandardOutput" or "StandardOutput"
            && property.Property.ContainingNamespace?.ToDisplayString() == "System.Diagnostics");

    /// <summary>Whether more than the status of what a call returns is looked at.</summary>
    public bool IsRead(IOperation call) => IsRead(call, IsRead);

    private static bool IsRead(IOperation call, Func<ILocalSymbol, bool> isLocalRead)
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
                case IInvocationOperation
                {
                    TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" or "AsTask",
                }:
                case IArgumentOperation { Parent: IInvocationOperation whole } when IsOfTasks(whole.TargetMethod):
                case IInvocationOperation { TargetMethod: var method } when IsOfTasks(method):
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                    value = parent;
                    continue;
                case IReturnOperation { Kind: OperationKind.Return } when CallThatRuns(parent) is { } run:
                    value = run;
                    continue;
                case IMemberReferenceOperation member:
                    return !s_ofStatus.Contains(member.Member.Name) && !IsOnlyOfFailure(member);
                case IInvocationOperation used:
                    return !s_ofStatus.Contains(used.TargetMethod.Name);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return isLocalRead(local);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return isLocalRead(local);
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;
                default:
                    return !IsOnlyOfFailure(parent);
            }
        }

        return false;
    }

    /// <summary>Whether a method returns what the tasks do that it is given.</summary>
    private static bool IsOfTasks(IMethodSymbol method) =>
        method is { Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny", ContainingType.Name: "Task" };

    /// <summary>The call that runs the lambda which something is returned from, and returns the same.</summary>
    private static IInvocationOperation? CallThatRuns(IOperation returned)
    {
        var outer = returned.Parent;
        while (outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            outer = outer.Parent;
        }

        outer = (outer as IAnonymousFunctionOperation)?.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer is IInvocationOperation { TargetMethod: { Name: "Run", ContainingType.Name: "Task" } } run
            ? run
            : null;
    }

    private bool IsRead(ILocalSymbol local)
    {
        if (!_read.TryGetValue(local, out bool isRead))
        {
            _references ??= all.OfType<ILocalReferenceOperation>().ToLookup<ILocalReferenceOperation, ISymbol>(
                static reference => reference.Local, SymbolEqualityComparer.Default);
            _read[local] = isRead = _references[local].Any(static reference =>
                reference.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation } and not
                    IUsingOperation
                && IsRead(reference, static _ => false));
        }

        return isRead;
    }

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
