using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>What handlers return.</summary>
internal static class ReturnTypes
{
    /// <summary>
    /// What a marked method should return: the result of its message, in the kind of task that it returns now. Null
    /// when its message does not say.
    /// </summary>
    public static ITypeSymbol? Expected(IMethodSymbol method, Compilation compilation)
    {
        var kind = MessageRules.KindOf(method.Parameters[0].Type, out var result, out _);
        _ = HandlerRules.ResultOf(method, kind, out bool isTask, out bool isValueTask);
        if (kind == MessageKind.StreamQuery)
        {
            return Make(compilation, "System.Collections.Generic.IAsyncEnumerable", result);
        }

        if (kind == MessageKind.None)
        {
            return method is { IsAsync: true, ReturnsVoid: true }
                ? Make(compilation, "System.Threading.Tasks.ValueTask", null)
                : null;
        }

        return isTask ? Make(compilation, "System.Threading.Tasks.Task", result)
            : isValueTask || method.IsAsync ? Make(compilation, "System.Threading.Tasks.ValueTask", result)
            : result ?? compilation.GetSpecialType(SpecialType.System_Void);
    }

    private static INamedTypeSymbol? Make(Compilation compilation, string type, ITypeSymbol? argument) =>
        argument is null
            ? compilation.GetTypeByMetadataName(type)
            : compilation.GetTypeByMetadataName(type + "`1")?.Construct(argument);
}
