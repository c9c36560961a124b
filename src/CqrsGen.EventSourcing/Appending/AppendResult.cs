namespace CqrsGen.EventSourcing;

/// <summary>What was appended.</summary>
/// <param name="Streams">What became of each stream, in the order of the request.</param>
/// <param name="LastPosition">The position of the last appended event: whoever has read it has seen the append.</param>
/// <param name="IsDuplicate">Whether the append had been made before, under the same id.</param>
public sealed record AppendResult(IReadOnlyList<AppendedStream> Streams, long LastPosition, bool IsDuplicate);
