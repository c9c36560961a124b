namespace CqrsGen.EventSourcing;

/// <summary>What an append made of a stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its version with the appended events.</param>
/// <param name="Count">The number of appended events.</param>
public sealed record AppendedStream(StreamName Stream, long Version, int Count);
