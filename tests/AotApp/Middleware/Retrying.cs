using AotApp.Shop;
using CqrsGen;

namespace AotApp.Middleware;

/// <summary>Around the handler: tries once more after a timeout.</summary>
[Middleware(Order = 300)]
public sealed class Retrying<TMessage, TResult>(Journal journal) : IMiddleware<TMessage, TResult>
    where TMessage : ICommand<TResult>, Traced.IMessage
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult>
    {
        try
        {
            return await next.InvokeAsync(message, cancellationToken);
        }
        catch (TimeoutException)
        {
            journal.Write("retry");
            return await next.InvokeInNewScopeAsync(message, cancellationToken);
        }
    }
}
