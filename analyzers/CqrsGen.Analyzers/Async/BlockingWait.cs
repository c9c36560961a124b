using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>A thread that waits for a task. Shared by the rule and its fix.</summary>
/// <param name="Task">What is waited for; null for several tasks at once.</param>
/// <param name="Display">The member that waits.</param>
internal sealed record BlockingWait(IOperation? Task, string Display)
{
    /// <summary>What an operation waits for; null when it does not, or when the task is known to have ended.</summary>
    public static BlockingWait? Find(IOperation operation)
    {
        var wait = operation switch
        {
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) =>
                new BlockingWait(task, $"{task.Type!.Name}.Result"),
            IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when IsTask(task.Type) =>
                new BlockingWait(task, $"{task.Type!.Name}.Wait"),
            IInvocationOperation
            {
                TargetMethod.Name: "GetResult",
                Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task },
            } when IsTask(Unconfigured(task).Type) => new BlockingWait(task, "GetAwaiter().GetResult"),
            IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } method }
                when IsTask(method.ContainingType) => new BlockingWait(null, $"Task.{method.Name}"),
            _ => null,
        };
        return wait?.Task is { } waited && HasEnded(Unconfigured(waited), operation) ? null : wait;
    }

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } space }
        && space.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" };

    private static IOperation Unconfigured(IOperation task) =>
        task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } ? inner : task;

    /// <summary>
    /// Whether the code before has awaited the task or looked at its state. A task that was just started has not ended;
    /// one that came from elsewhere and was awaited among others may have.
    /// </summary>
    private static bool HasEnded(IOperation task, IOperation reader)
    {
        if (task is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { } maker } }
            && IsTask(maker))
        {
            return true;
        }

        if (SourceOf(task) is not { } source)
        {
            return false;
        }

        if (source is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }
            && IsContinuation(reader))
        {
            return true;
        }

        var root = reader;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().Any(earlier => earlier.Syntax.SpanStart < reader.Syntax.Span.End && earlier switch
        {
            IAwaitOperation awaited => Mentions(awaited, source) || IsWhen(awaited.Operation, "WhenAll"),
            IPropertyReferenceOperation
            {
                Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "Status",
                Instance: { } asked,
            } => Mentions(asked, source),
            IVariableDeclaratorOperation declared => IsFirstOfSeveral(declared, source),
            _ => false,
        });
    }

    /// <summary><c>var first = await Task.WhenAny(…)</c></summary>
    private static bool IsFirstOfSeveral(IVariableDeclaratorOperation declared, ISymbol source) =>
        SymbolEqualityComparer.Default.Equals(declared.Symbol, source)
        && declared.GetVariableInitializer()?.Value is IAwaitOperation awaited
        && IsWhen(awaited.Operation, "WhenAny");

    private static bool IsWhen(IOperation awaited, string name) =>
        Unconfigured(awaited) is IInvocationOperation { TargetMethod: { ContainingType.Name: "Task" } method }
        && method.Name == name;

    private static bool Mentions(IOperation operation, ISymbol symbol) => operation.DescendantsAndSelf()
        .Any(part => SymbolEqualityComparer.Default.Equals(SymbolOf(part), symbol));

    /// <summary>The variable that holds a task, or the tasks of which it is one.</summary>
    private static ISymbol? SourceOf(IOperation task) => task switch
    {
        IArrayElementReferenceOperation element => SourceOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => SourceOf(list),
        IConversionOperation conversion => SourceOf(conversion.Operand),
        _ => SymbolOf(task),
    };

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    /// <summary>Whether code stands in a lambda that runs when the task has ended.</summary>
    private static bool IsContinuation(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ContinueWith" } })
            {
                return true;
            }
        }

        return false;
    }
}
