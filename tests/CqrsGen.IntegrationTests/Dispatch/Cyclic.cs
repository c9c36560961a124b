namespace CqrsGen.IntegrationTests.Dispatch;

/// <summary>Sent by the handler of <see cref="Pong"/>, until nothing is left.</summary>
[Command]
internal sealed partial record Ping(int Left, Action<int>? Seen = null) : ICommand<int>;

/// <summary>Sent by the handler of <see cref="Ping"/>.</summary>
[Command]
internal sealed partial record Pong(int Left, Action<int>? Seen = null) : ICommand<int>;

internal sealed class PingHandler(ICommandBus bus) : ICommandHandler<Ping, int>
{
    public async ValueTask<int> HandleAsync(Ping command, CancellationToken cancellationToken) =>
        command.Left == 0 ? 0 : 1 + await bus.SendAsync(new Pong(command.Left - 1, command.Seen), cancellationToken);
}

internal sealed class PongHandler(IDispatcher dispatcher, ScopedService service) : ICommandHandler<Pong, int>
{
    public async ValueTask<int> HandleAsync(Pong command, CancellationToken cancellationToken)
    {
        await Task.Yield();
        ObjectDisposedException.ThrowIf(service.IsDisposed, service);
        command.Seen?.Invoke(command.Left);
        return command.Left == 0
            ? 0
            : 1 + await dispatcher.SendAsync(new Ping(command.Left - 1, command.Seen), cancellationToken);
    }
}
