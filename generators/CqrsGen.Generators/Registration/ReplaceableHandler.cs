using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Registration;

/// <summary>A handler that a test may replace, as the key of its replacement is made of it.</summary>
/// <param name="Kind">The kind of what it handles.</param>
/// <param name="Type">Its class, by which those of events are told apart; empty for others.</param>
/// <param name="Message">What it handles.</param>
/// <param name="Result">Its result or item; null for none.</param>
internal sealed record ReplaceableHandler(MessageKind Kind, string Type, string Message, string? Result)
{
    /// <summary>The type that stands for it.</summary>
    public string Key => Kind == MessageKind.Event
        ? $"ReplacedEventHandler<{Type}, {Message}>"
        : Shapes.HandlerInterface(Kind, Message, Result);

    /// <summary>The handler's; null where no replacement could name it.</summary>
    public static ReplaceableHandler? Of(HandlerModel handler) => !handler.IsReplaceable
        ? null
        : new(
            handler.Kind,
            handler.Kind == MessageKind.Event ? handler.Type : "",
            handler.Message,
            handler.Kind == MessageKind.Event ? null : handler.Result);
}
