namespace CqrsGen.EventSourcing;

/// <summary>What an append does to one stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Expected">What is expected of it.</param>
/// <param name="Events">The events, in their order. None are allowed: then the expectation alone is checked.</param>
public sealed record StreamAppend(StreamName Stream, ExpectedVersion Expected, IReadOnlyList<NewEvent> Events);
