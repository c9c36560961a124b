using CqrsGen.Conformance;
using CqrsGen.EventSourcing;
using CqrsGen.PostgreSql;
using CqrsGen.Sqlite;

namespace CqrsGen.Architecture.Tests;

/// <summary>
/// The approved public surface: a change shows in the pull request. CQRSGEN_ACCEPT_SNAPSHOTS=1 accepts it.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void CqrsGen() => Snapshot.Match(PublicApi.Of(typeof(Dispatcher).Assembly), "txt");

    [Fact]
    public void EventSourcing() => Snapshot.Match(PublicApi.Of(typeof(IEventStore).Assembly), "txt");

    [Fact]
    public void Sqlite() => Snapshot.Match(PublicApi.Of(typeof(SqliteEventStore).Assembly), "txt");

    [Fact]
    public void PostgreSql() => Snapshot.Match(PublicApi.Of(typeof(PostgreSqlEventStore).Assembly), "txt");

    [Fact]
    public void Conformance() => Snapshot.Match(PublicApi.Of(typeof(EventStoreConformance).Assembly), "txt");
}
