using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>Which cancellation token a call can pass on.</summary>
internal static class TokenScope
{
    /// <summary>Whether a type is the cancellation token.</summary>
    public static bool IsToken(ITypeSymbol? type) => type is
    {
        Name: "CancellationToken",
        ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" },
    };

    /// <summary>
    /// The token that the function around an operation was called with; null when it was called with none, and where
    /// the token is better not passed: in clean-up, which must end, and in functions that may be called later on behalf
    /// of others.
    /// </summary>
    public static IParameterSymbol? Of(IOperation operation)
    {
        for (IOperation child = operation, parent = operation.Parent!; parent is not null;
            child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case ICatchClauseOperation:
                case ITryOperation attempt when attempt.Finally == child:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    if (TokenOf(lambda.Symbol) is { } own)
                    {
                        return own;
                    }

                    if (lambda.Symbol.IsStatic || !IsCalledHere(lambda))
                    {
                        return null;
                    }

                    break;
                case ILocalFunctionOperation function:
                    if (TokenOf(function.Symbol) is { } token)
                    {
                        return token;
                    }

                    if (function.Symbol.IsStatic)
                    {
                        return null;
                    }

                    break;
            }
        }

        return MethodAround(operation) is { } method ? TokenOf(method) : null;
    }

    /// <summary>The method, not the lambda or local function, in which an operation stands.</summary>
    public static IMethodSymbol? MethodAround(IOperation operation)
    {
        var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }

    private static IParameterSymbol? TokenOf(IMethodSymbol method) => method.Parameters.FirstOrDefault(
        static parameter => IsToken(parameter.Type) && parameter.RefKind == RefKind.None && !parameter.IsDiscard);

    /// <summary>
    /// A lambda that LINQ or the task library runs. Any other may be kept, by a cache for instance, and serve callers
    /// whose tokens are others.
    /// </summary>
    private static bool IsCalledHere(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation
        {
            Parameter: { Type: INamedTypeSymbol { TypeKind: TypeKind.Delegate } } parameter,
        } && parameter.ContainingType is { Name: "Enumerable" or "Task" or "Parallel" or "AsyncEnumerable" } called
            && called.ContainingNamespace.ToDisplayString() is "System.Linq" or "System.Threading.Tasks";
    }
}
