using System.ComponentModel;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// Built in: gives each dispatch its <see cref="MessageContext"/>, the child of the one it was sent in. Switched off by
/// <see cref="BuiltInMiddlewareAttribute"/>.
/// </summary>
/// <remarks>
/// It costs 136 bytes a message (the context, and an execution context that carries it), and 200 for one that is sent
/// outside of any other. Ids are only made when somebody reads them.
/// </remarks>
[Middleware(Order = -5000, Lifetime = HandlerLifetime.Singleton)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContextMiddleware
{
    private readonly MessageContexts _contexts;

    /// <summary>Made by generated code.</summary>
    /// <param name="composition">The container's composition.</param>
    public ContextMiddleware(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        _contexts = composition.MessageContexts;
    }

    /// <summary>Begins the context of the message.</summary>
    /// <returns>What to go back to.</returns>
    [return: State]
    public ContextState Before()
    {
        var caller = ExecutionContext.Capture();
        return new ContextState(caller, _contexts.Enter());
    }

    /// <summary>Goes back to the context of the caller.</summary>
    /// <param name="state">What to go back to.</param>
    public void Finally([State] ContextState state) => state.Restore(_contexts);
}
