using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>A write with a result.</summary>
/// <typeparam name="TResult">What the caller learns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PendingWrite<TResult> : PendingWrite
{
    private readonly TaskCompletionSource<TResult> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TResult? _result;
    private Exception? _failure;

    /// <summary>Keeps the result until the write is durable.</summary>
    /// <param name="result">What the caller will learn.</param>
    public void Settle(TResult result)
    {
        _result = result;
        _failure = null;
    }

    /// <summary>Keeps a failure that concerns this write alone until its neighbours are durable.</summary>
    /// <param name="failure">What the caller will learn.</param>
    public void Settle(Exception failure) => _failure = failure;

    /// <inheritdoc/>
    public sealed override void Fail(Exception exception) => _completion.TrySetException(exception);

    /// <inheritdoc/>
    public sealed override void Complete()
    {
        if (_failure is null)
        {
            _completion.TrySetResult(_result!);
        }
        else
        {
            _completion.TrySetException(_failure);
        }
    }

    /// <summary>Completes when the write is durable, has failed, or was given up before its turn.</summary>
    internal async ValueTask<TResult> WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var write = (PendingWrite<TResult>)state!;
                if (write.TryCancel())
                {
                    write._completion.TrySetCanceled(token);
                }
            },
            this);
        return await _completion.Task.ConfigureAwait(false);
    }
}
