namespace CqrsGen.IntegrationTests.Events;

internal interface IOrdered : IEvent;

[Event]
internal partial record OrderedBase : IEvent;

[Event]
internal partial record Ordered : OrderedBase, IOrdered;

[Event]
internal sealed partial record OrderedMore : Ordered;

internal sealed class OrderedB(Journal journal) : IEventHandler<Ordered>
{
    public ValueTask HandleAsync(Ordered @event, CancellationToken cancellationToken)
    {
        journal.Add("b");
        return default;
    }
}

internal sealed class OrderedA(Journal journal) : IEventHandler<Ordered>
{
    public async ValueTask HandleAsync(Ordered @event, CancellationToken cancellationToken)
    {
        await Task.Yield();
        journal.Add("a");
    }
}

[Handler(Order = 10)]
internal sealed class OrderedLast(Journal journal) : IEventHandler<Ordered>
{
    public ValueTask HandleAsync(Ordered @event, CancellationToken cancellationToken)
    {
        journal.Add("last");
        return default;
    }
}

internal sealed class OrderedOfBase(Journal journal) : IEventHandler<OrderedBase>
{
    public async ValueTask HandleAsync(OrderedBase @event, CancellationToken cancellationToken)
    {
        await Task.Yield();
        journal.Add("base");
    }
}

internal sealed class OrderedOfMore(Journal journal) : IEventHandler<OrderedMore>
{
    public ValueTask HandleAsync(OrderedMore @event, CancellationToken cancellationToken)
    {
        journal.Add("more");
        return default;
    }
}

internal static class OrderedHandlers
{
    [Handler(Order = -1)]
    public static void First(Ordered @event, Journal journal) => journal.Add("first");

    [Handler(Order = 1)]
    public static void Any(IOrdered @event, Journal journal) => journal.Add("any");
}

[Event]
internal sealed partial record Stopping(bool Later) : IEvent;

internal static class StoppingHandlers
{
    [Handler(Order = 1)]
    public static void One(Stopping @event, Journal journal) => journal.Add("one");

    [Handler(Order = 2)]
    public static async Task Two(Stopping @event)
    {
        if (@event.Later)
        {
            await Task.Yield();
        }

        throw new InvalidOperationException("second");
    }

    [Handler(Order = 3)]
    public static void Three(Stopping @event, Journal journal) => journal.Add("three");
}

[Event(Delivery = EventDelivery.Collect)]
internal sealed partial record Collecting(bool Later) : IEvent;

internal static class CollectingHandlers
{
    [Handler(Order = 1)]
    public static async ValueTask One(Collecting @event)
    {
        if (@event.Later)
        {
            await Task.Yield();
        }

        throw new InvalidOperationException("first");
    }

    [Handler(Order = 2)]
    public static void Two(Collecting @event, Journal journal) => journal.Add("two");

    [Handler(Order = 3)]
    public static void Three(Collecting @event) => throw new InvalidOperationException("third");
}

internal sealed class Meeting(int participants) : IDisposable
{
    private readonly Barrier _barrier = new(participants);

    public System.Collections.Concurrent.ConcurrentBag<int> Services { get; } = [];

    public void Join(ScopedService service)
    {
        Services.Add(service.Number);
        _barrier.SignalAndWait();
    }

    public void Dispose() => _barrier.Dispose();
}

[Event(Delivery = EventDelivery.Parallel)]
internal sealed partial record Meet(Meeting Meeting) : IEvent;

internal static class MeetHandlers
{
    [Handler]
    public static void One(Meet @event, ScopedService service) => @event.Meeting.Join(service);

    [Handler]
    public static void Two(Meet @event, ScopedService service) => @event.Meeting.Join(service);
}

[Event]
internal sealed partial record Shared : IEvent;

internal static class SharedHandlers
{
    [Handler]
    public static void One(Shared @event, ScopedService service, Journal journal) => journal.Add($"{service.Number}");

    [Handler]
    public static void Two(Shared @event, ScopedService service, Journal journal) => journal.Add($"{service.Number}");
}

[Event]
internal sealed partial record HookedEvent : IEvent;

internal static class HookedEventHandlers
{
    [Handler(Order = 1)]
    public static void One(HookedEvent @event, Journal journal) => journal.Add("heard");

    [Handler(Order = 2)]
    public static void Two(HookedEvent @event) => throw new InvalidOperationException("no");
}

[Middleware(Order = 1)]
internal sealed class EventHook(Journal journal)
{
    public void Before(HookedEvent message) => journal.Add("before");

    public void Failed(HookedEvent message, Exception exception) => journal.Add($"failed {exception.Message}");
}
