namespace CqrsGen.Infrastructure;

/// <summary>The contexts of one container. Two containers never see one another's.</summary>
internal sealed class MessageContexts(TimeProvider time, IIdGenerator ids) : IMessageContextAccessor
{
    private readonly AsyncLocal<MessageContext?> _current = new();

    public MessageContext? Current => _current.Value;

    /// <summary>
    /// The current context, or a fresh one where the context middleware is off and no edge began one.
    /// </summary>
    public MessageContext CurrentOrNew => _current.Value ?? MessageContext.OfMessage(new MessageOrigin(this, null));

    public MessageContextScope Begin(MessageContextSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var previous = _current.Value;
        var edge = MessageContext.OfEdge(new MessageOrigin(this, seed), seed.CausationId);
        _current.Value = edge;
        return new MessageContextScope(this, previous);
    }

    /// <summary>Makes the context of a message, and makes it the current one.</summary>
    /// <returns>The context before.</returns>
    public MessageContext? Enter()
    {
        var previous = _current.Value;
        _current.Value = previous is null
            ? MessageContext.OfMessage(new MessageOrigin(this, null))
            : previous.Child();
        return previous;
    }

    public void Restore(MessageContext? previous) => _current.Value = previous;

    public Guid NewId() => ids.NewId();

    public long UtcTicks() => time.GetUtcNow().UtcTicks;
}
