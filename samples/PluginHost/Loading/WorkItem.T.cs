namespace PluginHost.Loading;

/// <summary>A piece of work and the answer that its caller waits for. The first answer counts.</summary>
/// <typeparam name="T">What the work makes.</typeparam>
internal sealed class WorkItem<T>(Func<T> work, Action<T> discard) : WorkItem
{
    // Continuations must not run on a thread of the pool, which would be busy with them instead of with work.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the caller waits for.</summary>
    public Task<T> Result => _answer.Task;

    /// <summary>Starts the clock.</summary>
    /// <param name="timeout">When to give up.</param>
    /// <param name="time">The clock.</param>
    /// <param name="remove">Takes the item out of the queue when it was given up.</param>
    /// <param name="cancellationToken">Gives up as well.</param>
    public void GiveUpAfter(
        TimeSpan timeout, TimeProvider time, Action<WorkItem> remove, CancellationToken cancellationToken)
    {
        var timer = time.CreateTimer(
            _ => GiveUp(_answer.TrySetException(new TimeoutException("The time of this work is up.")), remove),
            null,
            timeout,
            Timeout.InfiniteTimeSpan);
        var registration = cancellationToken.UnsafeRegister(
            (_, token) => GiveUp(_answer.TrySetCanceled(token), remove), null);
        _ = _answer.Task.ContinueWith(
            _ =>
            {
                timer.Dispose();
                registration.Unregister(); // Not Dispose: it would wait for the callback, which may be what runs this.
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    public override void Run()
    {
        if (_answer.Task.IsCompleted)
        {
            return; // Given up in the moment between leaving the queue and starting.
        }

        T made;
        try
        {
            made = work();
        }
        catch (Exception exception)
        {
            _answer.TrySetException(exception);
            return;
        }

        if (!_answer.TrySetResult(made))
        {
            discard(made);
        }
    }

    public override void Cancel() => _answer.TrySetCanceled();

    private void GiveUp(bool isFirst, Action<WorkItem> remove)
    {
        if (isFirst)
        {
            remove(this);
        }
    }
}
