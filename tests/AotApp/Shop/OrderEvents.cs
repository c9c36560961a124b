using CqrsGen;

namespace AotApp.Shop;

/// <summary>Event handlers: of one event, of every event, of a struct, and two that run at the same time.</summary>
internal static class OrderEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Handler(Order = 1)]
    public static void Placed(OrderPlaced @event, Journal journal) => journal.Write($"placed {@event.Id.Value}");

    [Handler(Order = 2)]
    public static async Task MailAsync(OrderPlaced @event, Journal journal)
    {
        await Task.Yield();
        journal.Write($"mailed {@event.Id.Value}");
    }

    [Handler]
    public static void Ticked(Ticked @event, Journal journal) => journal.Write($"tick {@event.Value}");

    [Handler(Order = 1)]
    public static Task RefundAsync(OrderCancelled @event, Meeting meeting) => meeting.ArriveAsync(Patience);

    [Handler(Order = 2)]
    public static Task RestockAsync(OrderCancelled @event, Meeting meeting) => meeting.ArriveAsync(Patience);
}
