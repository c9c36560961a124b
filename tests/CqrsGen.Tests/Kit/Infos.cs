namespace CqrsGen.Tests.Kit;

/// <summary>What a generator would know of some messages.</summary>
internal static class Infos
{
    public static MessageInfo Command { get; } = new("PlaceOrder", MessageKind.Command, typeof(int));

    public static MessageInfo Query { get; } = new("GetOrder", MessageKind.Query, typeof(int));

    public static MessageInfo StreamQuery { get; } = new("ListOrders", MessageKind.StreamQuery, typeof(int));

    public static MessageInfo Event { get; } = new("OrderPlaced", MessageKind.Event, typeof(int));
}
