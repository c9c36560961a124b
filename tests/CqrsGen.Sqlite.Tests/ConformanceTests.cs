using CqrsGen.Conformance;

namespace CqrsGen.Sqlite.Tests;

public sealed class ConformanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Cases => [.. EventStoreConformance.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Holds(string name) => EventStoreConformance.CheckAsync(
        name, () => new SqliteEventStore(new SqliteEventStoreOptions { Path = _folder.File() }));

    public void Dispose() => _folder.Dispose();
}
