namespace CqrsGen.EventSourcing;

/// <summary>Some events, and how far the store was searched for them.</summary>
/// <param name="Events">The events, in the order that was asked for; perhaps none.</param>
/// <param name="Position">
/// Everything between where the page begins and this position was looked at: read on behind it, or, backwards, before
/// it. It passes events that were not asked for, so that nobody looks at them twice.
/// </param>
/// <param name="IsLast">Whether there is nothing more at present.</param>
public sealed record EventPage(IReadOnlyList<StoredEvent> Events, long Position, bool IsLast);
