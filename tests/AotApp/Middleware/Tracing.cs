using AotApp.Shop;
using CqrsGen;

namespace AotApp.Middleware;

/// <summary>All four hooks, with state.</summary>
[Middleware(Order = 100)]
public sealed class Tracing(Journal journal)
{
    [return: State]
    public int Before<TMessage>(TMessage message)
        where TMessage : Traced.IMessage
    {
        journal.Write("before");
        return message.Value;
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] int value)
        where TMessage : Traced.IMessage => journal.Write($"after({result},{value})");

    public void Failed<TMessage>(TMessage message, Exception exception, [State] int value)
        where TMessage : Traced.IMessage => journal.Write($"failed({exception.Message},{value})");

    public void Finally<TMessage>(TMessage message)
        where TMessage : Traced.IMessage => journal.Write("finally");
}
