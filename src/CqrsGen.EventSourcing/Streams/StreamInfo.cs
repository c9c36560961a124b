namespace CqrsGen.EventSourcing;

/// <summary>What the store knows of a stream besides its events.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The number of events that were appended to it, erased ones included.</param>
/// <param name="State">What may be done with it.</param>
/// <param name="Metadata">What the application keeps with it, as UTF-8 JSON; empty when it keeps nothing.</param>
public sealed record StreamInfo(StreamName Name, long Version, StreamState State, ReadOnlyMemory<byte> Metadata);
