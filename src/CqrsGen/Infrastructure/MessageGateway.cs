namespace CqrsGen.Infrastructure;

/// <summary>Asks each module's generated switch over its wire names.</summary>
internal sealed class MessageGateway(Dispatcher dispatcher) : IMessageGateway
{
    public ValueTask<ReadOnlyMemory<byte>> DispatchAsync(
        string name, ReadOnlyMemory<byte> utf8Json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        dispatcher.ThrowIfDisposed();
        foreach (var table in dispatcher.Composition.Tables)
        {
            if (table?.Invoke(name, utf8Json, dispatcher, cancellationToken) is { } reply)
            {
                return reply;
            }
        }

        throw new HandlerNotFoundException(name);
    }
}
