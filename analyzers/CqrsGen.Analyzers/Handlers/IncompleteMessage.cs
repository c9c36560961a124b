using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>
/// What a message lacks: its attribute, or its interface where the generator cannot add it. Shared by the rule and its
/// fix.
/// </summary>
/// <param name="Kind">The kind that the type is meant to be.</param>
/// <param name="LacksAttribute">Whether it has the interface alone; else it has the attribute alone.</param>
/// <param name="IsPartial">Whether it and the types around it are partial.</param>
/// <param name="Handlers">How many handlers it has in the compilation.</param>
/// <param name="Handler">Its only handler; null when there is none, or more than one.</param>
internal sealed record IncompleteMessage(
    MessageKind Kind, bool LacksAttribute, bool IsPartial, int Handlers, HandlerEntry? Handler)
{
    /// <summary>What a type lacks; null when it lacks nothing or is no message.</summary>
    public static IncompleteMessage? Find(
        INamedTypeSymbol type, ApplicationIndex application, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic)
        {
            return null;
        }

        var kind = MessageRules.KindOf(type, out _, out bool isAmbiguous);
        if (isAmbiguous)
        {
            return null;
        }

        var attribute = MessageFacts.AttributeOf(type);
        if (kind != MessageKind.None)
        {
            return attribute is null && !type.IsAbstract ? new(kind, LacksAttribute: true, false, 0, null) : null;
        }

        kind = MessageRules.KindOfAttribute(attribute?.AttributeClass);
        if (kind == MessageKind.None)
        {
            return null;
        }

        bool isPartial = type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && SyntaxRules.IsPartial(declaration));
        var handlers = application.HandlersOf(type, cancellationToken);
        var handler = handlers.Length == 1 ? handlers[0] : null;
        bool isCompletedByGenerator = isPartial && type.Arity == 0
            && (kind == MessageKind.Event || (handler is not null && IsResolvable(handler, kind)));
        return isCompletedByGenerator ? null : new(kind, LacksAttribute: false, isPartial, handlers.Length, handler);
    }

    /// <summary>The interface that the only handler asks for, or one without result; null when unknown.</summary>
    /// <param name="display">Writes a type.</param>
    public string? MissingInterface(Func<ITypeSymbol, string> display)
    {
        if (Handler is { } handler && IsResolvable(handler, Kind))
        {
            return Kind == MessageKind.Query && ItemOf(handler) is { } item ? $"IStreamQuery<{display(item)}>"
                : handler.Result is null ? "I" + Kind
                : $"I{Kind}<{display(handler.Result)}>";
        }

        return Kind switch
        {
            MessageKind.Command when Handlers == 0 => "ICommand",
            MessageKind.Event => "IEvent",
            _ => null,
        };
    }

    private static bool IsResolvable(HandlerEntry handler, MessageKind kind) =>
        handler.Result is { TypeKind: not TypeKind.Error } || (handler.Result is null && kind != MessageKind.Query);

    /// <summary>What a handler streams; null when it answers at once.</summary>
    private static ITypeSymbol? ItemOf(HandlerEntry handler) => handler switch
    {
        { Kind: MessageKind.StreamQuery } => handler.Result,
        { Symbol: IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 } stream } } =>
            stream.TypeArguments[0],
        _ => null,
    };
}
