using CqrsGen.EventSourcing;

namespace CqrsGen.Conformance;

/// <summary>Something that every event store must hold.</summary>
/// <param name="Name">What it is, as a fact.</param>
/// <param name="Check">Tries it on a fresh, empty store.</param>
internal sealed record EventStoreCase(string Name, Func<IEventStore, CancellationToken, Task> Check);
