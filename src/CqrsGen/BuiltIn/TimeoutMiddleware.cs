using System.ComponentModel;
using System.Diagnostics;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>
/// Built in: cancels a dispatch that takes longer than its limit (<see cref="TimeoutOptions"/>), which the caller sees
/// as a <see cref="MessageTimeoutException"/>.
/// </summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
/// <remarks>
/// The limit cancels the token that the handler receives; what does not look at its token is not interrupted. When
/// the caller's own token is cancelled, the caller sees an <see cref="OperationCanceledException"/> of that token. The
/// token of a handler that completes synchronously is used for other messages: work that it leaves behind must not keep
/// it. Results that do their work later, such as <see cref="IAsyncEnumerable{T}"/>, delegates and streams, have no
/// limit, like stream queries: their handlers receive the token of the caller, which they may keep.
/// A dispatch that completes synchronously allocates nothing.
/// </remarks>
[Middleware(Order = -2000, Kinds = MessageKinds.Commands | MessageKinds.Queries, Lifetime = HandlerLifetime.Singleton)]
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public sealed class TimeoutMiddleware<TMessage, TResult> : IMiddleware<TMessage, TResult>
{
    private static readonly bool IsLazy = LazyResults.May(typeof(TResult));

    private readonly TimeoutOptions _options;
    private readonly Deadlines _deadlines;
    private MessageLimit? _limit;

    /// <summary>Made by generated code.</summary>
    /// <param name="composition">The container's composition.</param>
    public TimeoutMiddleware(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        _options = composition.Options.Timeouts;
        _deadlines = composition.Deadlines;
    }

    /// <inheritdoc/>
    public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        if (IsLazy)
        {
            return next.InvokeAsync(message, cancellationToken);
        }

        var limit = _limit;
        if (limit is null || !ReferenceEquals(limit.Message, next.Message))
        {
            _limit = limit = new MessageLimit(next.Message, _options.LimitOf(next.Message));
        }

        return limit.IsOff
            ? next.InvokeAsync(message, cancellationToken)
            : InvokeInTime(message, next, limit, cancellationToken);
    }

    private ValueTask<TResult> InvokeInTime<TNext>(
        TMessage message, TNext next, MessageLimit limit, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        var deadline = _deadlines.Start(limit.Limit);
        var registration = cancellationToken.UnsafeRegister(
            static state => ((Deadline)state!).CancelByCaller(), deadline);
        ValueTask<TResult> pending;
        try
        {
            pending = next.InvokeAsync(message, deadline.Token);
        }
        catch (OperationCanceledException exception)
        {
            var translated = Translate(exception, deadline, limit, cancellationToken);
            End(deadline, registration);
            if (ReferenceEquals(translated, exception))
            {
                throw;
            }

            throw translated;
        }
        catch
        {
            End(deadline, registration);
            throw;
        }

        if (pending.IsCompletedSuccessfully)
        {
            End(deadline, registration);
            return pending;
        }

        return AwaitAsync(pending, deadline, registration, limit, cancellationToken);
    }

    private async ValueTask<TResult> AwaitAsync(
        ValueTask<TResult> pending,
        Deadline deadline,
        CancellationTokenRegistration registration,
        MessageLimit limit,
        CancellationToken cancellationToken)
    {
        try
        {
            return await pending.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            var translated = Translate(exception, deadline, limit, cancellationToken);
            if (ReferenceEquals(translated, exception))
            {
                throw;
            }

            throw translated;
        }
        finally
        {
            // Not used again: a handler that suspended may have left something behind that still has the token.
            registration.Unregister();
            _deadlines.End(deadline, isReusable: false);
        }
    }

    private void End(Deadline deadline, CancellationTokenRegistration registration)
    {
        // Unregister does not wait for a callback that has begun. Such a one may still want to cancel the deadline,
        // which then must not serve another message.
        bool isReusable = registration.Unregister() || !registration.Token.CanBeCanceled;
        _deadlines.End(deadline, isReusable);
    }

    private static Exception Translate(
        OperationCanceledException exception,
        Deadline deadline,
        MessageLimit limit,
        CancellationToken cancellationToken) =>
        deadline.HasExpired ? new MessageTimeoutException(
            limit.Message,
            limit.Limit,
            deadline.CallbackFailure is { } failure ? new AggregateException(exception, failure) : exception)
        : deadline.IsCancelledByCaller && exception.CancellationToken != cancellationToken
            ? new OperationCanceledException(exception.Message, exception, cancellationToken)
        : exception;

    private sealed class MessageLimit(MessageInfo message, TimeSpan? limit)
    {
        public MessageInfo Message { get; } = message;

        public bool IsOff { get; } = limit is null;

        public TimeSpan Limit { get; } = limit.GetValueOrDefault();
    }
}
