using System.ComponentModel;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>What <see cref="ContextMiddleware"/> goes back to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ContextState
{
    private readonly ExecutionContext? _caller;
    private readonly MessageContext? _previous;

    internal ContextState(ExecutionContext? caller, MessageContext? previous)
    {
        _caller = caller;
        _previous = previous;
    }

    internal void Restore(MessageContexts contexts)
    {
        if (_caller is not null)
        {
            ExecutionContext.Restore(_caller); // Unlike writing the AsyncLocal again, this allocates nothing.
        }
        else
        {
            contexts.Restore(_previous); // The flow was suppressed, and there was nothing to capture.
        }
    }
}
