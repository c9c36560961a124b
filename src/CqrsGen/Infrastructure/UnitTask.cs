using System.ComponentModel;
using System.Diagnostics;

namespace CqrsGen.Infrastructure;

/// <summary>Turns a task without a result into one of <see cref="Unit"/>, and back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class UnitTask
{
    /// <summary>A task of <see cref="Unit"/> that ends as <paramref name="task"/> does.</summary>
    /// <param name="task">The task; must not be used again.</param>
    public static ValueTask<Unit> From(ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
            return default;
        }

        return Await(task);

        static async ValueTask<Unit> Await(ValueTask task)
        {
            await task.ConfigureAwait(false);
            return default;
        }
    }

    /// <summary>A task without result that ends as <paramref name="task"/> does.</summary>
    /// <param name="task">The task; must not be used again.</param>
    public static ValueTask Drop(ValueTask<Unit> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _ = task.Result;
            return default;
        }

        return new ValueTask(task.AsTask());
    }
}
