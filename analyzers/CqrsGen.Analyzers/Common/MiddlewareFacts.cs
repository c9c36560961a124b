using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>What rules ask of middleware.</summary>
internal static class MiddlewareFacts
{
    /// <summary><c>MiddlewareScope.Assembly</c>: for the messages of its own assembly.</summary>
    public const int Assembly = 0;

    /// <summary><c>MiddlewareScope.Application</c>: for the messages of every module.</summary>
    public const int Application = 1;

    /// <summary><c>MiddlewareScope.Explicit</c>: only where <c>[Use]</c> names it.</summary>
    public const int Explicit = 2;

    private const int AllKinds = 15;

    /// <summary>The <c>[Middleware]</c> of a class; null when it has none.</summary>
    public static AttributeData? AttributeOf(ISymbol symbol) => AttributeFacts.Find(symbol, "MiddlewareAttribute");

    /// <summary>Its <c>MiddlewareScope</c> as a number; null for what is no middleware.</summary>
    public static int? ScopeOf(INamedTypeSymbol type) => AttributeOf(type) is { } attribute
        ? AttributeFacts.Argument(attribute, "Scope") as int? ?? 0
        : null;

    /// <summary>Its position; 0 where it states none.</summary>
    public static int OrderOf(INamedTypeSymbol type) =>
        AttributeOf(type) is { } attribute ? AttributeFacts.Argument(attribute, "Order") as int? ?? 0 : 0;

    /// <summary>
    /// The middleware that <c>[Use]</c> names on a message, a handler class, or a marked method and its class.
    /// </summary>
    public static IEnumerable<ITypeSymbol> UsedBy(ISymbol symbol) => symbol.GetAttributes()
        .Concat(symbol is IMethodSymbol { ContainingType: { } owner } ? owner.GetAttributes() : [])
        .Select(static attribute => attribute.AttributeClass)
        .Where(static type => type is { Name: "UseAttribute", Arity: 1 } && MessageRules.IsOurs(type))
        .Select(static type => type!.TypeArguments[0].OriginalDefinition);

    /// <summary>Whether a middleware applies to a message by its kinds, its constraints and its hooks.</summary>
    /// <param name="middleware">A class that is marked <c>[Middleware]</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="unit">What stands for no result.</param>
    public static bool AppliesTo(INamedTypeSymbol middleware, INamedTypeSymbol message, ITypeSymbol unit)
    {
        var kind = MessageRules.KindOf(message, out var result, out _);
        int kinds = AttributeFacts.Argument(AttributeOf(middleware)!, "Kinds") as int? ?? AllKinds;
        if ((kinds & BitOf(kind)) == 0)
        {
            return false;
        }

        result ??= unit;
        bool isStream = kind == MessageKind.StreamQuery;
        var around = AroundOf(middleware);
        if (around is null)
        {
            return HooksApplyTo(middleware, message, isStream ? unit : result);
        }

        var match = new TypeMatch();
        return around.Name == "IStreamMiddleware" == isStream
            && match.Unify(around.TypeArguments[0], message)
            && match.Unify(around.TypeArguments[1], result)
            && match.Satisfies(middleware.TypeParameters);
    }

    /// <summary>The interface by which a middleware stands around a handler; null when it has hooks.</summary>
    public static INamedTypeSymbol? AroundOf(INamedTypeSymbol middleware) =>
        MiddlewareProblems.AroundsOf(middleware) is { Count: > 0 } arounds ? arounds[0] : null;

    /// <summary>Of every hook that a class has, one overload must fit.</summary>
    private static bool HooksApplyTo(INamedTypeSymbol middleware, INamedTypeSymbol message, ITypeSymbol result)
    {
        var hooks = HookRules.MethodsOf(middleware).ToLookup(static method => HookRules.KindOf(method.Name));
        return hooks.Count > 0
            && hooks.All(overloads => overloads.Any(hook => HookAppliesTo(hook, message, result)));
    }

    private static bool HookAppliesTo(IMethodSymbol hook, INamedTypeSymbol message, ITypeSymbol result)
    {
        var match = new TypeMatch();
        var given = hook.Parameters.Where(static parameter => !IsGivenByRole(parameter)).ToList();
        if ((given.Count > 1 && !match.Unify(given[1].Type, result))
            || (AnswerOf(hook) is { } answer && !match.Unify(answer, result)))
        {
            return false;
        }

        return (given.Count == 0 || match.UnifySupertype(given[0].Type, message))
            && match.Satisfies(hook.TypeParameters);
    }

    /// <summary>What every message has: everything but the message itself and its result.</summary>
    private static bool IsGivenByRole(IParameterSymbol parameter) =>
        HookRules.HasState(parameter.GetAttributes())
        || parameter.Type.Name switch
        {
            "CancellationToken" => parameter.Type.ContainingNamespace.Name == "Threading",
            "Exception" => parameter.Type.ContainingNamespace.Name == "System",
            "MessageInfo" or "MessageContext" => MessageRules.IsOurs(parameter.Type),
            _ => false,
        };

    /// <summary>The result that a hook may answer with.</summary>
    private static ITypeSymbol? AnswerOf(IMethodSymbol hook) =>
        HandlerRules.ResultOf(hook, MessageKind.None, out _, out _) is INamedTypeSymbol
        {
            Name: "Decision" or "Recovery", Arity: 1 or 2,
        } answer && MessageRules.IsOurs(answer)
            ? answer.TypeArguments[0]
            : null;

    private static int BitOf(MessageKind kind) => kind switch
    {
        MessageKind.Command => 1,
        MessageKind.Query => 2,
        MessageKind.StreamQuery => 4,
        MessageKind.Event => 8,
        _ => 0,
    };
}
