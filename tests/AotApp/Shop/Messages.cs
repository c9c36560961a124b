using System.ComponentModel.DataAnnotations;
using CqrsGen;

namespace AotApp.Shop;

public readonly record struct OrderId(int Value);

public sealed record OrderView(OrderId Id, string Customer, int Count);

[Command]
public sealed partial record PlaceOrder(string Customer, int Count) : ICommand<OrderId>;

[Command]
public sealed partial record CancelOrder(OrderId Id) : ICommand;

[Command]
public sealed partial record RenameCustomer(OrderId Id, string Name) : ICommand<Result<OrderId>>;

[Command]
public sealed partial record Register([Required, StringLength(5)] string Name, [Range(1, 9)] int Count) : ICommand<int>;

/// <summary>With every attribute that warns of IL2026 where nobody says that its code is not run.</summary>
[Command]
public sealed partial record Pack(
    [MinLength(2)] string Name, [MaxLength(3)] int[] Few, [Length(1, 2)] EquatableList<Part> Parts) : ICommand<int>
{
    [Range(typeof(decimal), "1", "9")]
    public decimal Weight { get; init; } = 1;

    [Compare(nameof(Name))]
    public string? NameAgain { get; init; }
}

public sealed record Part([MinLength(1)] string Sku);

[Command]
public readonly partial record struct Twice(int Value) : ICommand<int>;

[Command]
public sealed partial record Unhandled : ICommand<int>;

/// <summary>Not partial: it goes by the type map and the generated switch.</summary>
[Query]
#pragma warning disable CQG3017 // The slow route is what is checked here.
public sealed record Length(string Text) : IQuery<int>;
#pragma warning restore CQG3017

[Query]
public sealed partial record GetOrder(OrderId Id) : IQuery<OrderView?>;

[Query]
public sealed partial record Slow(int Milliseconds) : IQuery<int>;

[Query]
public sealed partial record ListOrders : IStreamQuery<OrderView>;

/// <summary>Which unit of work the handler was given.</summary>
[Query]
public sealed partial record GetUnitOfWork : IQuery<UnitOfWork>;

[Event]
public sealed partial record OrderPlaced(OrderId Id) : IEvent;

[Event(Delivery = EventDelivery.Parallel)]
public sealed partial record OrderCancelled(OrderId Id) : IEvent;

[Event]
public readonly partial record struct Ticked(int Value) : IEvent;

[Event]
public sealed partial record Unheard : IEvent;

/// <summary>Messages inside a type.</summary>
public static partial class Nested
{
    [Query]
    internal sealed partial record Greet(string Name) : IQuery<string>;
}
