using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>Finds what an operation changes in the instance that it runs on.</summary>
internal static class StateWrite
{
    /// <summary>How many operations of a condition are looked at. Of a longer one no write is reported.</summary>
    private const int LongestCondition = 200;

    /// <summary>
    /// The field, property or constructor parameter of a class that an operation changes; null when it changes none,
    /// or does so under a lock, or only to remember what it has worked out.
    /// </summary>
    public static ISymbol? Find(IOperation operation, INamedTypeSymbol type)
    {
        var state = operation switch
        {
            IAssignmentOperation assignment => StateOf(assignment.Target, type),
            IIncrementOrDecrementOperation increment => StateOf(increment.Target, type),
            IInvocationOperation { Instance: { } list } call when IsMutator(call.TargetMethod) =>
                OwnCollection(list, type),
            _ => null,
        };
        return state is null || IsGuarded(operation, state) ? null : state;
    }

    /// <summary>Whether a member runs for messages, not to make or to end the instance.</summary>
    public static bool IsMessageCode(ISymbol member) => member switch
    {
        IMethodSymbol
        {
            MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor,
        } => false,
        IMethodSymbol { MethodKind: MethodKind.PropertySet, IsInitOnly: true } => false,
        IMethodSymbol { Name: "Dispose" or "DisposeAsync" } => false,
        IMethodSymbol => true,
        _ => false,
    };

    private static ISymbol? StateOf(IOperation target, INamedTypeSymbol type) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => OwnCollection(list, type),
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field when IsOf(field.Field, type) =>
            field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property
            when IsOf(property.Property, type) => property.Property,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol maker } parameter }
            when maker.MethodKind == MethodKind.Constructor && IsOf(maker, type) => parameter,
        _ => null,
    };

    /// <summary>A field that holds a collection of its own, not one that was given to the constructor.</summary>
    private static ISymbol? OwnCollection(IOperation list, INamedTypeSymbol type) =>
        list is IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: var field }
        && IsOf(field, type)
        && IsCollection(field.Type)
        && field.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax()
            is VariableDeclaratorSyntax { Initializer: not null })
            ? field
            : null;

    private static bool IsOf(ISymbol member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    /// <summary>Those of the platform that are not made for several threads.</summary>
    private static bool IsCollection(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic", ContainingNamespace.Name: "Collections" }
        && type.TypeKind == TypeKind.Class;

    private static bool IsMutator(IMethodSymbol method) => method.Name
        is "Add" or "AddRange" or "Insert" or "InsertRange" or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveWhere"
        or "Clear" or "Enqueue" or "Dequeue" or "TryDequeue" or "Push" or "Pop" or "TryPop" or "TryAdd" or "UnionWith"
        or "AddFirst" or "AddLast";

    private static bool IsGuarded(IOperation operation, ISymbol state)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILockOperation
                || (current is IConditionalOperation conditional && AsksForNull(conditional.Condition, state)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>if (_x == null)</c> or <c>if (_x is null)</c></summary>
    private static bool AsksForNull(IOperation condition, ISymbol state) =>
        condition is IBinaryOperation or IIsPatternOperation
        && condition.DescendantsAndSelf().Take(LongestCondition).ToList() is var parts
        && (parts.Count == LongestCondition
            || (parts.Exists(static part => part.ConstantValue is { HasValue: true, Value: null })
                && parts.Exists(part => part switch
        {
            IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field, state),
            IPropertyReferenceOperation property => SymbolEqualityComparer.Default.Equals(property.Property, state),
            _ => false,
        })));
}
