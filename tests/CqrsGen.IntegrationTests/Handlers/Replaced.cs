namespace CqrsGen.IntegrationTests.Handlers;

[Command]
internal sealed partial record FirstOfTwo : ICommand<string>;

[Command]
internal sealed partial record SecondOfTwo : ICommand<string>;

internal sealed class TwoHandler : ICommandHandler<FirstOfTwo, string>, ICommandHandler<SecondOfTwo, string>
{
    public ValueTask<string> HandleAsync(FirstOfTwo command, CancellationToken cancellationToken) => new("first");

    public ValueTask<string> HandleAsync(SecondOfTwo command, CancellationToken cancellationToken) => new("second");
}

[Command]
internal sealed partial record FirstOfScoped : ICommand<string>;

[Command]
internal sealed partial record SecondOfScoped : ICommand<string>;

internal sealed class ScopedTwoHandler(ScopedService service)
    : ICommandHandler<FirstOfScoped, string>, ICommandHandler<SecondOfScoped, string>
{
    public ScopedService Service { get; } = service;

    public ValueTask<string> HandleAsync(FirstOfScoped command, CancellationToken cancellationToken) => new("first");

    public ValueTask<string> HandleAsync(SecondOfScoped command, CancellationToken cancellationToken) =>
        new("second");
}

[Event]
internal sealed partial record HeardFirst : IEvent;

[Event]
internal sealed partial record HeardSecond : IEvent;

/// <summary>Named like a keyword, and like members and parameters of generated code.</summary>
internal sealed class Lock(Journal journal) : IEventHandler<HeardFirst>, IEventHandler<HeardSecond>
{
    public ValueTask HandleAsync(HeardFirst @event, CancellationToken cancellationToken) => Write("lock first");

    public ValueTask HandleAsync(HeardSecond @event, CancellationToken cancellationToken) => Write("lock second");

    private ValueTask Write(string line)
    {
        journal.Add(line);
        return default;
    }
}

internal sealed class Message(Journal journal) : IEventHandler<HeardFirst>
{
    public ValueTask HandleAsync(HeardFirst @event, CancellationToken cancellationToken)
    {
        journal.Add("message");
        return default;
    }
}

internal sealed class Direct(Journal journal) : IEventHandler<HeardFirst>
{
    public ValueTask HandleAsync(HeardFirst @event, CancellationToken cancellationToken)
    {
        journal.Add("direct");
        return default;
    }
}

internal sealed class Handlers(Journal journal) : IEventHandler<HeardFirst>
{
    public ValueTask HandleAsync(HeardFirst @event, CancellationToken cancellationToken)
    {
        journal.Add("handlers");
        return default;
    }
}
