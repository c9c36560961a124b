namespace CqrsGen.EventSourcing;

/// <summary>
/// A condition across streams: since a position that the decision was made at, nobody has appended an event that
/// matters to it. Such a decision has a boundary of its own making instead of a stream's.
/// </summary>
/// <param name="Criteria">The events that matter: those that meet at least one of the criteria.</param>
/// <param name="After">The position of the last event that the decision has seen; 0 for none.</param>
public sealed record AppendCondition(IReadOnlyList<TagCriterion> Criteria, long After);
