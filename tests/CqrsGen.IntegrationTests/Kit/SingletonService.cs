namespace CqrsGen.IntegrationTests.Kit;

/// <summary>A service of which a container has one, and says so.</summary>
[Singleton]
internal sealed class SingletonService
{
    private int _calls;

    public int Next() => Interlocked.Increment(ref _calls);
}
