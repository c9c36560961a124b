using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>A scope opened for one message, with its dispatcher.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OwnScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    internal OwnScope(AsyncServiceScope scope)
    {
        _scope = scope;
        Dispatcher = scope.ServiceProvider.GetRequiredService<ScopedDispatcher>().Dispatcher;
    }

    /// <summary>The scope's dispatcher.</summary>
    public Dispatcher Dispatcher { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
