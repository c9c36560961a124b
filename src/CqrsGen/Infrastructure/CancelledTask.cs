using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CqrsGen.Infrastructure;

/// <summary>The task of a message that was cancelled before it was sent.</summary>
/// <remarks>Every message has a call of it, so it is kept out of line: there it is a fifth of the code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class CancelledTask
{
    /// <summary>The task of a message without result.</summary>
    /// <param name="cancellationToken">What cancelled it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask Of(CancellationToken cancellationToken) => ValueTask.FromCanceled(cancellationToken);

    /// <summary>The task of a message with a result.</summary>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <param name="cancellationToken">What cancelled it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<TResult> Of<TResult>(CancellationToken cancellationToken) =>
        ValueTask.FromCanceled<TResult>(cancellationToken);
}
