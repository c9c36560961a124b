using System.ComponentModel;
using System.Diagnostics;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// Built in: cancels a dispatch that takes longer than its limit (<see cref="TimeoutOptions"/>), which the caller sees
/// as a <see cref="MessageTimeoutException"/>.
/// </summary>
/// <remarks>
/// The limit cancels the token that the handler receives; what does not look at its token is not interrupted. When
/// the caller's own token is cancelled, the caller sees an <see cref="OperationCanceledException"/> of that token. The
/// token of a handler that completes synchronously is used for other messages: work that it leaves behind must not keep
/// it. Results that do their work later, such as <see cref="IAsyncEnumerable{T}"/>, delegates and streams, have no
/// limit, like stream queries: generated code leaves this middleware out of their pipelines.
/// A dispatch that completes synchronously allocates nothing.
/// </remarks>
[Middleware(Order = -2000, Kinds = MessageKinds.Commands | MessageKinds.Queries, Lifetime = HandlerLifetime.Singleton)]
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public sealed class TimeoutMiddleware
{
    private readonly TimeoutOptions _options;
    private readonly Deadlines _deadlines;

    /// <summary>Made by generated code.</summary>
    /// <param name="composition">The container's composition.</param>
    public TimeoutMiddleware(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        _options = composition.Options.Timeouts;
        _deadlines = composition.Deadlines;
    }

    /// <summary>Starts the clock of a message that has a limit.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [return: State]
    public TimeoutState Before(MessageInfo message, CancellationToken cancellationToken) =>
        new(
            _options.LimitOf(message) is { } limit ? _deadlines.Start(message, limit, cancellationToken) : null,
            cancellationToken);

    /// <summary>Turns a cancellation by the limit into a timeout.</summary>
    /// <param name="exception">Why the message failed.</param>
    /// <param name="state">Its limit.</param>
    /// <exception cref="MessageTimeoutException">The limit has cancelled the message.</exception>
    /// <exception cref="OperationCanceledException">The caller has, and sees its own token in it.</exception>
    public static void Failed(Exception exception, [State] TimeoutState state)
    {
        if (exception is OperationCanceledException cancellation
            && state.Translate(cancellation) is var translated && !ReferenceEquals(translated, exception))
        {
            throw translated;
        }
    }

    /// <summary>Stops the clock.</summary>
    /// <param name="state">The limit of the message.</param>
    public void Finally([State] TimeoutState state)
    {
        if (state.Deadline is { } deadline)
        {
            _deadlines.End(deadline);
        }
    }
}
