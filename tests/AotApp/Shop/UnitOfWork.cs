namespace AotApp.Shop;

/// <summary>A scoped service that knows when its scope ended.</summary>
public sealed class UnitOfWork : IDisposable
{
    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
