using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>Nobody handles a message.</summary>
public sealed class HandlerNotFoundException : CqrsException
{
    /// <summary>Nobody handles a message type.</summary>
    /// <param name="messageType">The type of the message.</param>
    /// <param name="handlerInterface">
    /// The interface that a handler would implement, such as <c>ICommandHandler&lt;PlaceOrder, OrderId&gt;</c>; null
    /// when it is not known.
    /// </param>
    public HandlerNotFoundException(Type messageType, string? handlerInterface = null)
        : base(NotFound, Describe(messageType, handlerInterface))
    {
    }

    /// <summary>Nobody knows a wire name.</summary>
    /// <param name="name">The wire name.</param>
    public HandlerNotFoundException(string name)
        : base(
            NotFound,
            $"No message with the wire name '{name}' is known here. Check the name (the attribute's Name, or else " +
            "the type's name without its namespace), and reference the module that handles it from the assembly that " +
            "calls AddCqrsGen().")
    {
    }

    private static Error NotFound => Error.Unexpected("handler_not_found", "No handler was found for the message.");

    internal static HandlerNotFoundException ForCommand<TResult>(Type messageType) => For(
        messageType,
        typeof(TResult) == typeof(Unit)
            ? $"ICommandHandler<{TypeNames.Short(messageType)}>"
            : $"ICommandHandler<{TypeNames.Short(messageType)}, {TypeNames.Short(typeof(TResult))}>");

    internal static HandlerNotFoundException ForQuery<TResult>(Type messageType) =>
        For(messageType, $"IQueryHandler<{TypeNames.Short(messageType)}, {TypeNames.Short(typeof(TResult))}>");

    internal static HandlerNotFoundException ForStreamQuery<TItem>(Type messageType) =>
        For(messageType, $"IStreamQueryHandler<{TypeNames.Short(messageType)}, {TypeNames.Short(typeof(TItem))}>");

    private static HandlerNotFoundException For(Type messageType, string handlerInterface) =>
        new(messageType, handlerInterface);

    private static string Describe(Type messageType, string? handlerInterface)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        return $"No handler was found for {TypeNames.Full(messageType)}. Add a class that implements " +
            $"{handlerInterface ?? "the handler interface of the message's kind"} or a [Handler] method that takes " +
            "the message, and reference its module from the assembly that calls AddCqrsGen().";
    }
}
