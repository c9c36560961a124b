namespace CqrsGen.EventSourcing;

/// <summary>What accompanies an event without being part of it.</summary>
public sealed record EventMetadata
{
    private static readonly Dictionary<string, string> s_noHeaders = new(StringComparer.Ordinal); // Before Empty.

    /// <summary>Metadata that says nothing.</summary>
    public static EventMetadata Empty { get; } = new();

    /// <summary>What all messages of one origin share. See <see cref="MessageContext.CorrelationId"/>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the message that led to the event.</summary>
    public Guid? CausationId { get; init; }

    /// <summary>The user on whose behalf it happened.</summary>
    public string? UserId { get; init; }

    /// <summary>The tenant that it belongs to.</summary>
    public string? TenantId { get; init; }

    /// <summary>What else is to be kept, by name, such as the trace context.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = s_noHeaders;

    /// <summary>The metadata of what a message does.</summary>
    /// <param name="context">The message's context.</param>
    public static EventMetadata Of(MessageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new()
        {
            CorrelationId = context.CorrelationId,
            CausationId = context.MessageId,
            UserId = context.UserId,
            TenantId = context.TenantId,
        };
    }
}
