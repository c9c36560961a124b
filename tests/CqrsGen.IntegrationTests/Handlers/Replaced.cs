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

/// <summary>What its handlers do is written into it, so that they need no service.</summary>
internal interface IHeardByMethods : IEvent
{
    List<string> Lines { get; }
}

[Event]
internal sealed partial record HeardByMethod(List<string> Lines) : IHeardByMethods;

[Event]
internal sealed partial record HeardByMethodsOfTwo(List<string> Lines) : IHeardByMethods;

[Event(Delivery = EventDelivery.Parallel)]
internal sealed partial record HeardAtOnce(List<string> Lines) : IHeardByMethods;

internal sealed class MethodListener
{
    [Handler]
    public static void On(HeardByMethod @event) => @event.Lines.Add("one");

    [Handler]
    public static void On(HeardByMethodsOfTwo @event) => @event.Lines.Add("first");

    [Handler]
    public static void On(HeardAtOnce @event, SingletonService service) =>
        @event.Lines.Add($"at once {service.Next()}");
}

internal sealed class OtherMethodListener
{
    [Handler]
    public static void On(HeardByMethodsOfTwo @event) => @event.Lines.Add("second");
}

[Event]
internal sealed partial record HeardByInterface(List<string> Lines) : IHeardByInterface;

internal interface IHeardByInterface : IEvent
{
    List<string> Lines { get; }
}

internal sealed class InterfaceListener : IEventHandler<IHeardByInterface>
{
    public ValueTask HandleAsync(IHeardByInterface @event, CancellationToken cancellationToken)
    {
        @event.Lines.Add("real");
        return default;
    }
}
