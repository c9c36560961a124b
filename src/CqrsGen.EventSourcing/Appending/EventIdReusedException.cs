namespace CqrsGen.EventSourcing;

/// <summary>
/// An event with the same id is stored already, under another append. Its category is
/// <see cref="ErrorCategory.Conflict"/>; to try again does not help.
/// </summary>
public sealed class EventIdReusedException : CqrsException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="id">The id of the event.</param>
    public EventIdReusedException(Guid id)
        : base(Error.Conflict(
            "append.event_id_reused",
            $"An event with the id {id} is stored already. Give every event an id of its own; to append the same " +
            "events again, use the id of the first append.") with
        { IsRetryable = false }) => Id = id;

    /// <summary>The id of the event.</summary>
    public Guid Id { get; }
}
