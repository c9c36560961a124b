namespace CqrsGen.IntegrationTests.Kit;

/// <summary>A service of which each scope has its own; its number tells which.</summary>
internal sealed class ScopedService(Journal journal) : IDisposable
{
    private static int _last;

    public int Number { get; } = Interlocked.Increment(ref _last);

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        IsDisposed = true;
        journal.Add("scope ended");
    }
}
