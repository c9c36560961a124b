using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>
/// Events with middleware that is internal to their module, and listeners or middleware outside it: no pipeline can
/// hold both.
/// </summary>
internal static class HiddenMiddleware
{
    /// <summary>What is wrong with a listener or middleware of the composing assembly; null when nothing is.</summary>
    public static string? Around(ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!known.Application.Composes(cancellationToken))
        {
            return null;
        }

        bool isMiddleware = symbol is INamedTypeSymbol type && MiddlewareFacts.AttributeOf(type) is not null;
        var heard = isMiddleware ? [] : Heard(symbol, cancellationToken);
        if (!isMiddleware && heard.Count == 0)
        {
            return null;
        }

        foreach (var message in known.Modules.Messages(cancellationToken))
        {
            if (known.Pipelines.HiddenMiddlewareOf(message, cancellationToken) is { } hidden
                && (isMiddleware
                    ? known.Pipelines.Holds(message, (INamedTypeSymbol)symbol, cancellationToken)
                    : PipelineIndex.TypesOf(message).Intersect(heard, ApplicationIndex.Types).Any()))
            {
                string what = isMiddleware ? "stands around" : "listens to";
                return Text(symbol.ToDisplayString(), what, message, hidden);
            }
        }

        return null;
    }

    /// <summary>What no code of this assembly shows: an event of one module, and listeners of another.</summary>
    public static IEnumerable<string> BetweenModules(KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var message in known.Modules.Messages(cancellationToken))
        {
            if (known.Pipelines.HiddenMiddlewareOf(message, cancellationToken) is { } hidden
                && known.Pipelines.OutsidersOf(message, cancellationToken).FirstOrDefault() is { } outsider)
            {
                yield return Text(outsider, "listens to or stands around", message, hidden);
            }
        }
    }

    private static List<ITypeSymbol> Heard(ISymbol symbol, CancellationToken cancellationToken) => symbol switch
    {
        INamedTypeSymbol { IsAbstract: false } type => [.. HandlerFacts.HandledBy(type, cancellationToken)
            .Where(static entry => entry.Kind == MessageKind.Event)
            .Select(static entry => entry.Message)],
        IMethodSymbol { Parameters.IsEmpty: false } method when HandlerFacts.IsMarked(method)
            && MessageFacts.KindOf(method.Parameters[0].Type) == MessageKind.Event => [method.Parameters[0].Type],
        _ => [],
    };

    private static string Text(string outsider, string what, INamedTypeSymbol message, INamedTypeSymbol hidden) =>
        $"{outsider} {what} {message.ToDisplayString()}, around which {hidden.ToDisplayString()} stands that is " +
        $"internal to {hidden.ContainingAssembly.Name}, so no pipeline can hold both. Make that middleware " +
        "public, or keep it from events by Kinds.";
}
