namespace CqrsGen;

/// <summary>The outcomes of a batch, in input order. Immutable.</summary>
/// <typeparam name="TResult">The result of each message.</typeparam>
public sealed class BatchResult<TResult>
{
    internal BatchResult(IReadOnlyList<BatchItem<TResult>> items)
    {
        Items = items;
        FailedIndex = -1;
        for (int index = 0; index < items.Count && FailedIndex < 0; index++)
        {
            if (items[index].Status == BatchItemStatus.Failed)
            {
                FailedIndex = index;
            }
        }
    }

    /// <summary>One outcome per message, in input order.</summary>
    public IReadOnlyList<BatchItem<TResult>> Items { get; }

    /// <summary>The index of the first message that failed; -1 when none did.</summary>
    public int FailedIndex { get; }

    /// <summary>Whether every message ran and succeeded.</summary>
    public bool IsSuccess => Items.All(static item => item.Status == BatchItemStatus.Succeeded);

    /// <summary>The results of the messages that succeeded, in input order.</summary>
    public IEnumerable<TResult> Results =>
        Items.Where(static item => item.Status == BatchItemStatus.Succeeded).Select(static item => item.Result!);

    /// <summary>Throws what failed: one failure as it is, several as an <see cref="AggregateException"/>.</summary>
    /// <returns>This instance, when every message succeeded.</returns>
    /// <exception cref="OperationCanceledException">Nothing failed, but the batch was cancelled midway.</exception>
    public BatchResult<TResult> ThrowIfFailed()
    {
        Infrastructure.Failures.Throw(Items.Select(static item => item.Exception));
        return IsSuccess
            ? this
            : throw new OperationCanceledException("The batch was cancelled before all of its messages ran.");
    }
}
