namespace CqrsGen.Architecture.Tests;

/// <summary>
/// The approved public surface: a change shows in the pull request. CQRSGEN_ACCEPT_SNAPSHOTS=1 accepts it.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void CqrsGen() => Snapshot.Match(PublicApi.Of(typeof(Dispatcher).Assembly), "txt");
}
