using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>What makes a class or method a handler. Shared by the generator and the analyzers.</summary>
internal static class HandlerRules
{
    /// <summary>Whether an interface is one of the handler interfaces, and what it handles.</summary>
    public static bool IsHandlerInterface(
        INamedTypeSymbol candidate, out MessageKind kind, out ITypeSymbol message, out ITypeSymbol? result)
    {
        kind = MessageKind.None;
        message = null!;
        result = null;
        if (candidate.Arity is not (1 or 2) || !MessageRules.IsOurs(candidate))
        {
            return false;
        }

        kind = (candidate.Name, candidate.Arity) switch
        {
            ("ICommandHandler", _) => MessageKind.Command,
            ("IQueryHandler", 2) => MessageKind.Query,
            ("IStreamQueryHandler", 2) => MessageKind.StreamQuery,
            ("IEventHandler", 1) => MessageKind.Event,
            _ => MessageKind.None,
        };
        message = candidate.TypeArguments[0];
        result = candidate.Arity == 2 ? candidate.TypeArguments[1] : null;
        return kind != MessageKind.None;
    }

    /// <summary>Whether a class or method is marked <c>[Handler]</c>.</summary>
    public static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "HandlerAttribute" } type && MessageRules.IsOurs(type));

    /// <summary>Whether a method returns a stream.</summary>
    public static bool IsStream(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 };

    /// <summary>What a marked method returns, without the task around it; null for nothing.</summary>
    public static ITypeSymbol? ResultOf(IMethodSymbol method, MessageKind kind, out bool isTask, out bool isValueTask)
    {
        isTask = false;
        isValueTask = false;
        if (method.ReturnsVoid)
        {
            return null;
        }

        if (method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 or 1 } named
            && named.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks")
        {
            isTask = named.Name == "Task";
            isValueTask = !isTask;
            return named.Arity == 0 ? null : named.TypeArguments[0];
        }

        if (kind == MessageKind.StreamQuery && IsStream(method))
        {
            return ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
        }

        return method.ReturnType;
    }
}
