namespace CqrsGen;

/// <summary>Nobody handles a message.</summary>
public sealed class HandlerNotFoundException : CqrsException
{
    /// <summary>Nobody handles a message type.</summary>
    public HandlerNotFoundException(Type messageType) : base($"No handler for {messageType}.")
    {
    }

    /// <summary>Nobody knows a wire name.</summary>
    public HandlerNotFoundException(string name) : base($"No message named {name}.")
    {
    }
}
