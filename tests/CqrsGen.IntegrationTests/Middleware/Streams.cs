using System.Runtime.CompilerServices;

namespace CqrsGen.IntegrationTests.Middleware;

internal interface IStreamed;

[Query]
internal sealed partial record Numbers(int Count, int FailAt = -1) : IStreamQuery<int>, IStreamed;

internal sealed class NumbersHandler(Journal journal) : IStreamQueryHandler<Numbers, int>
{
    public async IAsyncEnumerable<int> HandleAsync(
        Numbers query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (int number = 0; number < query.Count; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                if (number == query.FailAt)
                {
                    throw new InvalidOperationException($"at {number}");
                }

                journal.Add($"item {number}");
                yield return number;
            }
        }
        finally
        {
            journal.Add("closed");
        }
    }
}

[Middleware(Order = 1)]
internal sealed class StreamHooks(Journal journal)
{
    public void Before<TMessage>(TMessage message)
        where TMessage : IStreamed
    {
        if (message is Numbers { Count: < 0 })
        {
            throw new NotSupportedException();
        }

        journal.Add("before");
    }

    public void After<TMessage>(TMessage message)
        where TMessage : IStreamed => journal.Add("after");

    public void Failed<TMessage>(TMessage message, Exception exception)
        where TMessage : IStreamed => journal.Add($"failed {exception.Message}");

    public async ValueTask FinallyAsync<TMessage>(TMessage message)
        where TMessage : IStreamed
    {
        await Task.Yield();
        journal.Add("finally");
    }
}

[Middleware(Order = 2)]
internal sealed class StreamTens<TMessage> : IStreamMiddleware<TMessage, int>
    where TMessage : IStreamed
{
    public async IAsyncEnumerable<int> InvokeAsync<TNext>(
        TMessage message, TNext next, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TNext : struct, IStreamNext<TMessage, int>
    {
        await foreach (int number in next.InvokeAsync(message, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return number * 10;
        }
    }
}
