namespace CqrsGen.Infrastructure;

/// <summary>Runs the messages of a batch in order or several at once.</summary>
internal static class Batch
{
    public static async ValueTask<BatchResult<TResult>> RunAsync<TMessage, TResult>(
        Dispatcher dispatcher,
        IEnumerable<TMessage> messages,
        Func<Dispatcher, TMessage, CancellationToken, ValueTask<TResult>> dispatch,
        BatchOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        options ??= new BatchOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DegreeOfParallelism, 1, nameof(options));

        var run = new Run<TMessage, TResult>(dispatcher, messages.ToArray(), dispatch, options, cancellationToken);
        if (options.DegreeOfParallelism == 1)
        {
            await run.InOrderAsync(dispatcher).ConfigureAwait(false);
        }
        else
        {
            await run.InParallelAsync().ConfigureAwait(false);
        }

        return new BatchResult<TResult>(run.Items);
    }

    private sealed class Run<TMessage, TResult>(
        Dispatcher dispatcher,
        TMessage[] messages,
        Func<Dispatcher, TMessage, CancellationToken, ValueTask<TResult>> dispatch,
        BatchOptions options,
        CancellationToken cancellationToken)
    {
        private int _next = -1;
        private volatile bool _stopped;

        public BatchItem<TResult>[] Items { get; } = new BatchItem<TResult>[messages.Length];

        public async Task InOrderAsync(Dispatcher inScope)
        {
            while (TryTake(out int index))
            {
                await RunOneAsync(inScope, index).ConfigureAwait(false);
            }
        }

        public Task InParallelAsync()
        {
            var workers = new Task[Math.Min(options.DegreeOfParallelism, messages.Length)];
            for (int worker = 0; worker < workers.Length; worker++)
            {
                workers[worker] = InOwnScopesAsync();
            }

            return Task.WhenAll(workers);
        }

        private async Task InOwnScopesAsync()
        {
            // To the thread pool, so that handlers which complete synchronously do not run one after the other.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            while (TryTake(out int index))
            {
                await RunOneAsync(null, index).ConfigureAwait(false);
            }
        }

        private bool TryTake(out int index)
        {
            index = -1;
            if (_stopped || cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            index = Interlocked.Increment(ref _next);
            return index < messages.Length;
        }

        private async Task RunOneAsync(Dispatcher? inScope, int index)
        {
            try
            {
                var result = inScope is null
                    ? await DispatchInOwnScopeAsync(messages[index]).ConfigureAwait(false)
                    : await dispatch(inScope, messages[index], cancellationToken).ConfigureAwait(false);
                Items[index] = result is IResult { IsSuccess: false } failed
                    ? new(BatchItemStatus.Failed, result, failed.Error!.ToException())
                    : new(BatchItemStatus.Succeeded, result, null);
            }
            catch (Exception exception)
            {
                Items[index] = new(BatchItemStatus.Failed, default, exception);
            }

            if (options.OnFailure == BatchFailure.Stop && Items[index].Status == BatchItemStatus.Failed)
            {
                _stopped = true;
            }
        }

        private async Task<TResult> DispatchInOwnScopeAsync(TMessage message)
        {
            var scope = dispatcher.OpenScope();
            try
            {
                return await dispatch(scope.Dispatcher, message, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await scope.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
