using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>
/// Keeps what a hook made current (an activity, a log scope, the message context) from leaking to the caller.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ambient
{
    /// <summary>Gives the caller back the context that it came with.</summary>
    /// <param name="context">What was captured on entry; null where the flow is suppressed.</param>
    public static void Restore(ExecutionContext? context)
    {
        if (context is not null)
        {
            ExecutionContext.Restore(context);
        }
    }
}
