using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Messages;

/// <summary>Completes a message that has only its attribute: the one handler tells the result.</summary>
internal static class MessageCompleter
{
    /// <summary>The message with its interface; null where that cannot be told.</summary>
    public static MessageModel? Complete(MessageModel message, IReadOnlyList<HandlerModel> handlers)
    {
        if (message.Kind == MessageKind.Event)
        {
            return WithSupertypes(message, "global::CqrsGen.IEvent");
        }

        if (handlers.Count != 1 || !MessageRules.Fits(message.Kind, handlers[0].Kind))
        {
            return null;
        }

        var handler = handlers[0];
        var complete = message with
        {
            Kind = handler.Kind,
            Result = handler.Result,
            ResultKey = handler.ResultKey,
            ResultFacts = handler.ResultFacts,
        };
        return complete switch
        {
            { Kind: MessageKind.Command, Result: null } => WithSupertypes(
                complete, "global::CqrsGen.ICommand", "global::CqrsGen.ICommand<global::CqrsGen.Unit>"),
            { Result: null } => null,
            { Kind: MessageKind.Command } =>
                WithSupertypes(complete, $"global::CqrsGen.ICommand<{complete.ResultKey}>"),
            { Kind: MessageKind.Query } => WithSupertypes(complete, $"global::CqrsGen.IQuery<{complete.ResultKey}>"),
            _ => WithSupertypes(complete, $"global::CqrsGen.IStreamQuery<{complete.ResultKey}>"),
        };
    }

    private static MessageModel WithSupertypes(MessageModel message, params string[] added) => message with
    {
        Facts = message.Facts with { Supertypes = message.Facts.Supertypes.Concat(added).ToEquatableArray() },
    };
}
