namespace CqrsGen.IntegrationTests.Kit;

/// <summary>A service of which each scope has its own; its number tells which.</summary>
internal sealed class ScopedService(Journal journal) : IDisposable
{
    private static int s_last;

    public int Number { get; } = Interlocked.Increment(ref s_last);

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        IsDisposed = true;
        journal.Add("scope ended");
    }
}
