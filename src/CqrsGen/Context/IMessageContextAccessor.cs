namespace CqrsGen;

/// <summary>Tells the context of the message that is being dispatched. Safe for concurrent use.</summary>
/// <remarks>
/// The context follows the asynchronous flow of control, within one container. Take it from DI, in services of any
/// lifetime; a hook may ask for a <see cref="MessageContext"/> as a parameter instead.
/// </remarks>
public interface IMessageContextAccessor
{
    /// <summary>The context of the current message, or of the edge; null outside of both.</summary>
    MessageContext? Current { get; }

    /// <summary>Starts a context at an edge: the messages sent until it is disposed belong to it.</summary>
    /// <param name="seed">What the edge knows.</param>
    /// <returns>Ends the context when disposed, in the flow of control that began it.</returns>
    /// <example>
    /// <code>
    /// using (contexts.Begin(new MessageContextSeed { UserId = user.Id, TenantId = tenant }))
    /// {
    ///     await commands.SendAsync(new PlaceOrder(…));
    /// }
    /// </code>
    /// </example>
    MessageContextScope Begin(MessageContextSeed seed);
}
