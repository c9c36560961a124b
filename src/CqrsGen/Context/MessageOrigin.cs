using System.Diagnostics;

namespace CqrsGen.Infrastructure;

/// <summary>What all messages of one origin share. One per edge, or per message that was sent outside of any.</summary>
internal sealed class MessageOrigin
{
    private readonly MessageContexts _contexts;
    private readonly Activity? _activity;
    private MessageContext? _first;
    private string? _correlationId;

    public MessageOrigin(MessageContexts contexts, MessageContextSeed? seed)
    {
        _contexts = contexts;
        _correlationId = seed?.CorrelationId;
        _activity = _correlationId is null ? Activity.Current : null; // The one of the edge, not of a later reader.
        UserId = seed?.UserId;
        TenantId = seed?.TenantId;
    }

    public string? UserId { get; }

    public string? TenantId { get; }

    public Guid NewId() => _contexts.NewId();

    public long UtcTicks() => _contexts.UtcTicks();

    public string CorrelationId => _correlationId ?? MakeCorrelationId();

    /// <summary>Takes the context that stands at the beginning.</summary>
    public MessageContext Begin(MessageContext first) => _first = first;

    private string MakeCorrelationId()
    {
        string made = _activity is { IdFormat: ActivityIdFormat.W3C } activity
            ? activity.TraceId.ToHexString()
            : _first!.MessageId.ToString();
        return Interlocked.CompareExchange(ref _correlationId, made, null) ?? made;
    }
}
