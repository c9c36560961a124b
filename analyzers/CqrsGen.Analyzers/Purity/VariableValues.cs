using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>What the variables of one member are given, its lambdas and local functions included.</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IAnonymousFunctionOperation> _lambdas = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at all operations of the member.</summary>
    public VariableValues(IReadOnlyList<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            Collect(operation);
        }
    }

    /// <summary>Every value that a variable is given, null for those that cannot be seen.</summary>
    public IReadOnlyList<IOperation?> Of(ISymbol variable) =>
        _values.TryGetValue(variable, out var values) ? values : [];

    /// <summary>The lambda that a symbol stands for; null when it stands for none of the member.</summary>
    public IAnonymousFunctionOperation? LambdaOf(ISymbol symbol) =>
        _lambdas.TryGetValue(symbol, out var lambda) ? lambda : null;

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                if (declarator.GetVariableInitializer() is { } initializer)
                {
                    Add(declarator.Symbol, initializer.Value);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                Add(SymbolOf(assignment.Target), assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                Add(SymbolOf(assignment.Target), assignment.Value);
                break;
            case ICompoundAssignmentOperation assignment:
                Add(SymbolOf(assignment.Target), assignment); // Of unknown region, but its text may be known.
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var target in targets.Elements)
                {
                    Add(SymbolOf(target), null);
                }

                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation declarator } loop:
                Add(declarator.Symbol, loop.Collection);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                Add(declared, MatchedBy(pattern));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern:
                Add(declared, MatchedBy(pattern));
                break;
            case IDeclarationExpressionOperation declaration:
                Add(SymbolOf(declaration.Expression), null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Add(SymbolOf(argument.Value), null);
                break;
            case IAnonymousFunctionOperation lambda:
                _lambdas[lambda.Symbol] = lambda;
                break;
        }
    }

    private static IOperation? MatchedBy(IOperation pattern)
    {
        var parent = pattern.Parent;
        while (parent is IPatternOperation or IPropertySubpatternOperation)
        {
            parent = parent.Parent;
        }

        return (parent as IIsPatternOperation)?.Value;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => SymbolOf(declaration.Expression),
        _ => null,
    };

    private void Add(ISymbol? variable, IOperation? value)
    {
        if (variable is not null)
        {
            if (!_values.TryGetValue(variable, out var values))
            {
                _values[variable] = values = [];
            }

            values.Add(value);
        }
    }
}
