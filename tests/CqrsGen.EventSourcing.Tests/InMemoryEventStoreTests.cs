using CqrsGen.Conformance;

namespace CqrsGen.EventSourcing.Tests;

public sealed class InMemoryEventStoreTests
{
    public static TheoryData<string> Cases => [.. EventStoreConformance.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Holds(string name) => EventStoreConformance.CheckAsync(name, static () => new InMemoryEventStore());
}
