namespace CqrsGen.IntegrationTests.Allocations;

[Command]
internal sealed partial record Count(int Value) : ICommand<int>;

[Command]
internal sealed partial record CountScoped(int Value) : ICommand<int>;

[Command]
internal sealed record CountPlain(int Value) : ICommand<int>;

[Command]
internal readonly partial record struct CountStruct(int Value) : ICommand<int>;

internal interface ICounted;

[Command]
internal sealed partial record CountHooked(int Value) : ICommand<int>, ICounted;

[Command]
internal sealed partial record CountAround(int Value) : ICommand<int>;

[Event]
internal sealed partial record HeardByNone : IEvent
{
    public static HeardByNone Instance { get; } = new();
}

[Event]
internal sealed partial record HeardByOne : IEvent
{
    public static HeardByOne Instance { get; } = new();
}

[Event]
internal sealed partial record HeardByFive : IEvent
{
    public static HeardByFive Instance { get; } = new();
}

internal static class CountHandlers
{
    [Handler]
    public static int Handle(Count command) => command.Value + 1;

    [Handler]
    public static int Handle(CountScoped command, ScopedService service) =>
        service.IsDisposed ? 0 : command.Value + 1;

    [Handler]
    public static int Handle(CountPlain command) => command.Value + 1;

    [Handler]
    public static int Handle(CountStruct command) => command.Value + 1;

    [Handler]
    public static int Handle(CountHooked command) => command.Value + 1;

    [Handler]
    public static int Handle(CountAround command) => command.Value + 1;

    [Handler]
    public static void Handle(HeardByOne @event)
    {
    }

    [Handler]
    public static void On1(HeardByFive @event)
    {
    }

    [Handler]
    public static void On2(HeardByFive @event)
    {
    }

    [Handler]
    public static void On3(HeardByFive @event)
    {
    }

    [Handler]
    public static void On4(HeardByFive @event)
    {
    }

    [Handler]
    public static void On5(HeardByFive @event)
    {
    }
}

[Middleware(Order = 1)]
internal sealed class CountHook1(Journal journal)
{
    [return: State]
    public long Before<TMessage>(TMessage message)
        where TMessage : ICounted => journal is null ? 0 : 1;

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] long state)
        where TMessage : ICounted => ArgumentOutOfRangeException.ThrowIfNotEqual(state, 1);

    public void Failed<TMessage>(TMessage message, Exception exception, [State] long state)
        where TMessage : ICounted => ArgumentNullException.ThrowIfNull(exception);
}

[Middleware(Order = 2)]
internal sealed class CountHook2(Journal journal)
{
    [return: State]
    public long Before<TMessage>(TMessage message)
        where TMessage : ICounted => journal is null ? 0 : 2;

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] long state)
        where TMessage : ICounted => ArgumentOutOfRangeException.ThrowIfNotEqual(state, 2);

    public void Failed<TMessage>(TMessage message, Exception exception, [State] long state)
        where TMessage : ICounted => ArgumentNullException.ThrowIfNull(exception);
}

[Middleware(Order = 3)]
internal sealed class CountHook3(Journal journal)
{
    [return: State]
    public long Before<TMessage>(TMessage message)
        where TMessage : ICounted => journal is null ? 0 : 3;

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] long state)
        where TMessage : ICounted => ArgumentOutOfRangeException.ThrowIfNotEqual(state, 3);

    public void Failed<TMessage>(TMessage message, Exception exception, [State] long state)
        where TMessage : ICounted => ArgumentNullException.ThrowIfNull(exception);
}

[Middleware(Order = 4)]
internal sealed class CountHook4(Journal journal)
{
    [return: State]
    public long Before<TMessage>(TMessage message)
        where TMessage : ICounted => journal is null ? 0 : 4;

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] long state)
        where TMessage : ICounted => ArgumentOutOfRangeException.ThrowIfNotEqual(state, 4);

    public void Failed<TMessage>(TMessage message, Exception exception, [State] long state)
        where TMessage : ICounted => ArgumentNullException.ThrowIfNull(exception);
}

[Middleware(Order = 5)]
internal sealed class CountHook5(Journal journal)
{
    [return: State]
    public long Before<TMessage>(TMessage message)
        where TMessage : ICounted => journal is null ? 0 : 5;

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] long state)
        where TMessage : ICounted => ArgumentOutOfRangeException.ThrowIfNotEqual(state, 5);

    public void Failed<TMessage>(TMessage message, Exception exception, [State] long state)
        where TMessage : ICounted => ArgumentNullException.ThrowIfNull(exception);
}

[Middleware(Order = 1)]
internal sealed class CountingAround : IMiddleware<CountAround, int>
{
    public ValueTask<int> InvokeAsync<TNext>(CountAround message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<CountAround, int> => next.InvokeAsync(message, cancellationToken);
}
