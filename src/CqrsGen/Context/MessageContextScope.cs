using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>A context that an edge has begun; dispose it to go back to the one before.</summary>
public readonly struct MessageContextScope : IDisposable
{
    private readonly MessageContexts? _contexts;
    private readonly MessageContext? _previous;

    internal MessageContextScope(MessageContexts contexts, MessageContext? previous)
    {
        _contexts = contexts;
        _previous = previous;
    }

    /// <inheritdoc/>
    public void Dispose() => _contexts?.Restore(_previous);
}
