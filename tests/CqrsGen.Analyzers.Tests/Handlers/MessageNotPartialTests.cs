using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class MessageNotPartialTests : RuleTests<MessageNotPartialAnalyzer, MessageNotPartialFixer>
{
    [Fact]
    public Task AMessageThatIsNotPartial_Reports() => CheckMessage(
        "A partial message has a route of its own: 'PlaceOrder' is not partial, so 'PlaceOrder' is looked up by its " +
        "type each time. Make it partial.",
        "[Command] public sealed record [|PlaceOrder|] : ICommand<int>;");

    [Fact]
    public Task AMessageInATypeThatIsNotPartial_Reports() => CheckMessage(
        "A partial message has a route of its own: 'Orders' is not partial, so 'Place' is looked up by its type " +
        "each time. Make it partial.",
        """
        public static class Orders
        {
            [Command] public sealed partial record [|Place|] : ICommand;
        }
        """);

    [Fact]
    public Task APartialMessage_IsSilent() => Check(
        """
        [Command] public sealed partial record PlaceOrder : ICommand<int>;
        public static partial class Orders
        {
            [Event] public readonly partial record struct Placed : IEvent;
        }
        """);

    [Fact]
    public Task WhatIsNoRoutedMessage_IsSilent() => Check(
        """
        [Event] public abstract record OrderEvent : IEvent;
        [Query] public sealed record Get<T> : IQuery<T>;
        public sealed record Unmarked : ICommand;
        public interface IOrderEvent : IEvent;
        public sealed record Order;
        """);

    [Fact]
    public Task TheFixAddsPartialAfterTheOtherModifiers() => CheckFix(
        """
        /// <summary>Places an order.</summary>
        [Command]
        public sealed record [|PlaceOrder|](int Customer) : ICommand<int>;
        """,
        """
        /// <summary>Places an order.</summary>
        [Command]
        public sealed partial record PlaceOrder(int Customer) : ICommand<int>;
        """);

    [Fact]
    public Task TheFixKeepsCommentsOfATypeWithoutModifiers() => CheckFix(
        """
        // Before.
        [Command]
        // Between.
        record [|PlaceOrder|] : ICommand;
        """,
        """
        // Before.
        [Command]
        // Between.
        partial record PlaceOrder : ICommand;
        """);

    [Fact]
    public Task TheFixMakesEveryTypeAroundItPartial() => CheckFix(
        """
        public static class Orders
        {
            public static partial class Commands
            {
                [Command] public readonly record struct [|Place|] : ICommand;
            }
        }
        """,
        """
        public static partial class Orders
        {
            public static partial class Commands
            {
                [Command] public readonly partial record struct Place : ICommand;
            }
        }
        """);

    [Fact]
    public Task FixAllMendsMessagesOfOneTypeTogether() => CheckFixAll(
        [
            """
            public static class Orders
            {
                [Command] public sealed record [|Place|] : ICommand;
                [Command] public sealed record [|Cancel|] : ICommand;
            }
            """,
            "[Event] public sealed record [|Placed|] : IEvent;",
        ],
        [
            """
            public static partial class Orders
            {
                [Command] public sealed partial record Place : ICommand;
                [Command] public sealed partial record Cancel : ICommand;
            }
            """,
            "[Event] public sealed partial record Placed : IEvent;",
        ]);
}
