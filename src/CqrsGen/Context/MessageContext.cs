using System.Diagnostics;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// What accompanies a message without being part of it: ids, user, tenant and time. Immutable; safe for concurrent use.
/// </summary>
/// <remarks>
/// Each dispatch has a context of its own, the child of the context that it was sent in. Ids are made when somebody
/// asks for them first.
/// </remarks>
[DebuggerDisplay("{Timestamp} correlation {CorrelationId}")]
public sealed class MessageContext
{
    private readonly MessageOrigin _origin;
    private readonly long _utcTicks;
    private readonly bool _isEdge;
    private Guid _messageId;
    private bool _hasMessageId;
    private object? _cause; // A Guid; or the parent, until this context has a child.

    private MessageContext(MessageOrigin origin, object? cause, bool isEdge)
    {
        _origin = origin;
        _cause = cause;
        _isEdge = isEdge;
        _utcTicks = origin.UtcTicks();
    }

    /// <summary>The id of this dispatch of the message.</summary>
    /// <value>A UUID of version 7 unless another <see cref="IIdGenerator"/> is registered.</value>
    public Guid MessageId => Volatile.Read(ref _hasMessageId) ? _messageId : MakeId();

    /// <summary>The id of the message that this one was sent by; null when no message did.</summary>
    public Guid? CausationId => Volatile.Read(ref _cause) switch
    {
        MessageContext parent => parent.MessageId,
        Guid id => id,
        _ => null,
    };

    /// <summary>
    /// What all messages of one origin share: what the edge gave, or the trace id that was current when it began, or
    /// the id of the context that began it.
    /// </summary>
    public string CorrelationId => _origin.CorrelationId;

    /// <summary>The user on whose behalf the message runs.</summary>
    /// <value>Null when the edge did not say.</value>
    public string? UserId => _origin.UserId;

    /// <summary>The tenant that the message belongs to.</summary>
    /// <value>Null when the edge did not say.</value>
    public string? TenantId => _origin.TenantId;

    /// <summary>When the message was dispatched, in UTC.</summary>
    public DateTimeOffset Timestamp => new(_utcTicks, TimeSpan.Zero);

    /// <summary>The context of an edge, which is no message: what is sent in it has the edge's cause.</summary>
    internal static MessageContext OfEdge(MessageOrigin origin, Guid? causationId) =>
        origin.Begin(new MessageContext(origin, causationId, true));

    /// <summary>The context of a message that is sent outside of any other.</summary>
    internal static MessageContext OfMessage(MessageOrigin origin) =>
        origin.Begin(new MessageContext(origin, null, false));

    /// <summary>The context of a message that is sent within this one.</summary>
    internal MessageContext Child()
    {
        if (_isEdge)
        {
            return new MessageContext(_origin, _cause, false);
        }

        if (Volatile.Read(ref _cause) is MessageContext parent)
        {
            // Settles the id of the parent, so that messages that go on and on in one flow do not hold one another.
            Volatile.Write(ref _cause, parent.MessageId);
        }

        return new MessageContext(_origin, this, false);
    }

    private Guid MakeId()
    {
        lock (_origin)
        {
            if (!_hasMessageId)
            {
                _messageId = _origin.NewId();
                Volatile.Write(ref _hasMessageId, true);
            }

            return _messageId;
        }
    }
}
