namespace CqrsGen;

/// <summary>The outcome of one message of a batch.</summary>
/// <typeparam name="TResult">Its result.</typeparam>
/// <param name="Status">Whether it ran, and how it ended.</param>
/// <param name="Result">Its result, when <see cref="BatchItemStatus.Succeeded"/>.</param>
/// <param name="Exception">Its failure, when <see cref="BatchItemStatus.Failed"/>.</param>
public readonly record struct BatchItem<TResult>(BatchItemStatus Status, TResult? Result, Exception? Exception);
