namespace CqrsGen.Infrastructure;

/// <summary>
/// The owner of a scope's dispatcher. The dispatcher itself is registered as transient, so that a singleton may take
/// the root's, and therefore must not be disposable: containers dispose every transient that they hand out.
/// </summary>
internal sealed class ScopedDispatcher(Composition composition, IServiceProvider services)
    : IDisposable, IAsyncDisposable
{
    public Dispatcher Dispatcher { get; } = new(composition, services, isRoot: false);

    public void Dispose() => Dispatcher.Dispose();

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();
}
