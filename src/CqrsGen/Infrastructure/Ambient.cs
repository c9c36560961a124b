using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>
/// Keeps what a hook made current (an activity, a log scope, the message context) from leaking to the caller.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ambient
{
    /// <summary>Takes the caller's context, also where its flow is suppressed.</summary>
    public static ExecutionContext Capture() => ExecutionContext.Capture() ?? CaptureSuppressed();

    /// <summary>Gives the caller back the context that it came with; a suppressed flow stays suppressed.</summary>
    /// <param name="context">What was captured; null before anything was.</param>
    public static void Restore(ExecutionContext? context)
    {
        if (context is null)
        {
            return;
        }

        bool isSuppressed = ExecutionContext.IsFlowSuppressed();
        ExecutionContext.Restore(context);
        if (isSuppressed)
        {
            ExecutionContext.SuppressFlow();
        }
    }

    private static ExecutionContext CaptureSuppressed()
    {
        ExecutionContext.RestoreFlow();
        try
        {
            return ExecutionContext.Capture()!;
        }
        finally
        {
            ExecutionContext.SuppressFlow();
        }
    }
}
