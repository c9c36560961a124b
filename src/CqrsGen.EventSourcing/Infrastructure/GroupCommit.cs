using System.ComponentModel;
using System.Threading.Channels;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>
/// Lets many callers share one durable commit: whatever waits when the writer is free is written together. Nothing
/// waits for more to come. Safe for concurrent use.
/// </summary>
/// <remarks>
/// A batch that fails is written again in halves, so that one write cannot fail its neighbours; a failure that
/// concerns the store as a whole fails the batch at once.
/// </remarks>
/// <typeparam name="TWrite">What is written.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupCommit<TWrite> : IAsyncDisposable
    where TWrite : PendingWrite
{
    private const int MostInBatch = 512;
    private const int MostWaiting = 8 * MostInBatch;

    private readonly Channel<TWrite> _waiting = Channel.CreateBounded<TWrite>(MostWaiting);

    private readonly Func<IReadOnlyList<TWrite>, ValueTask> _write;
    private readonly Func<Exception, bool> _concernsAll;
    private readonly Task[] _writers;

    /// <summary>Starts the writers.</summary>
    /// <param name="write">
    /// Writes a batch in one transaction: settles every write, or throws with nothing written.
    /// </param>
    /// <param name="concernsAll">Whether a failure would hit every write, such as that of a full disk.</param>
    /// <param name="writers">How many batches may be written at once, each by itself.</param>
    public GroupCommit(
        Func<IReadOnlyList<TWrite>, ValueTask> write, Func<Exception, bool> concernsAll, int writers = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(writers, 1);
        _write = write;
        _concernsAll = concernsAll;
        _writers = [.. Enumerable.Range(0, writers).Select(_ => RunAsync())];
    }

    /// <summary>Writes when it is its turn.</summary>
    /// <typeparam name="TResult">What the caller learns.</typeparam>
    /// <param name="write">The write, also as <typeparamref name="TWrite"/>.</param>
    /// <param name="cancellationToken">Cancels as long as it is waiting for its turn.</param>
    /// <exception cref="ObjectDisposedException">The store is disposed.</exception>
    public async ValueTask<TResult> WriteAsync<TResult>(
        PendingWrite<TResult> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await _waiting.Writer.WriteAsync((TWrite)(PendingWrite)write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException("The event store is disposed; nothing was written.", (Exception?)null);
        }

        return await write.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what is waiting, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_writers).ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        var batch = new List<TWrite>(MostInBatch);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostInBatch && _waiting.Reader.TryRead(out var write))
            {
                if (write.TryTake())
                {
                    batch.Add(write);
                }
            }

            await WriteAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async ValueTask WriteAsync(List<TWrite> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await _write(batch).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await RecoverAsync(batch, exception).ConfigureAwait(false);
            return;
        }

        foreach (var write in batch)
        {
            write.Complete();
        }
    }

    private async ValueTask RecoverAsync(List<TWrite> batch, Exception exception)
    {
        if (batch.Count == 1 || _concernsAll(exception))
        {
            foreach (var write in batch)
            {
                write.Fail(exception);
            }

            return;
        }

        int half = batch.Count / 2;
        await WriteAsync(batch.GetRange(0, half)).ConfigureAwait(false);
        await WriteAsync(batch.GetRange(half, batch.Count - half)).ConfigureAwait(false);
    }
}
