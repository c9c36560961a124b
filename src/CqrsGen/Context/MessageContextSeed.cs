namespace CqrsGen;

/// <summary>What an edge (a web request, a worker, a test) knows before the first message. Immutable.</summary>
public sealed record MessageContextSeed
{
    /// <summary>What all messages from here on share.</summary>
    /// <value>Default: null, which takes the trace id of the current activity, or else the first message's id.</value>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the message, received from elsewhere, that causes the next ones.</summary>
    /// <value>Default: null, no message.</value>
    public Guid? CausationId { get; init; }

    /// <summary>The user on whose behalf the messages run.</summary>
    /// <value>Default: null, nobody that is known.</value>
    public string? UserId { get; init; }

    /// <summary>The tenant that the messages belong to.</summary>
    /// <value>Default: null, none.</value>
    public string? TenantId { get; init; }
}
