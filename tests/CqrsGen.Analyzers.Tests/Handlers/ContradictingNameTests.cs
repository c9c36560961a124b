using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class ContradictingNameTests : RuleTests<ContradictingNameAnalyzer, ContradictingNameFixer>
{
    [Fact]
    public Task AQueryThatIsCalledCommand_Reports() => CheckMessage(
        "A name says what kind a message is: 'PlaceOrderCommand' is a query. Rename it to 'PlaceOrderQuery', or " +
        "change its kind.",
        "[Query] public sealed partial record [|PlaceOrderCommand|] : IQuery<int>;");

    [Theory]
    [InlineData("[Command] public sealed partial record [|GetOrderQuery|] : ICommand<int>;")]
    [InlineData("[Command] public sealed partial record [|OrderPlacedEvent|] : ICommand;")]
    [InlineData("[Query] public sealed partial record [|OrderPaidEvent|] : IQuery<int>;")]
    [InlineData("[Query] public sealed partial record [|CancelOrderCommand|] : IStreamQuery<int>;")]
    [InlineData("[Event] public sealed partial record [|OrderPlacedCommand|] : IEvent;")]
    [InlineData("[Event] public sealed partial record [|OrderQuery|] : IEvent;")]
    public Task AnotherKindAtTheEnd_Reports(string message) => Check(message);

    [Theory]
    [InlineData("[Command] public sealed partial record CreateEvent : ICommand;")]
    [InlineData("[Command] public sealed partial record RunQuery : ICommand;")]
    [InlineData("[Command] public sealed partial record SaveSearchQuery : ICommand;")]
    [InlineData("[Query] public sealed partial record GetEvent : IQuery<int>;")]
    [InlineData("[Query] public sealed partial record GetLastCommand : IQuery<int>;")]
    [InlineData("[Query] public sealed partial record ListCancelledEvent : IQuery<int>;")]
    [InlineData("[Query] public sealed partial record Command : IQuery<int>;")]
    [InlineData("[Command] public sealed partial record PlaceOrderCommand : ICommand;")]
    [InlineData("[Query] public sealed partial record WatchOrdersQuery : IStreamQuery<int>;")]
    [InlineData("[Event] public sealed partial record OrderPlaced : IEvent;")]
    [InlineData("public interface IOrderCommand : IQuery<int>;")]
    [InlineData("public sealed record OrderPlacedEvent;")]
    public Task ANameThatFits_IsSilent(string message) => Check(message);

    [Fact]
    public Task TheFixRenamesItEverywhereAndKeepsTheNameOnTheWire() => CheckFix(
        """
        /// <summary>Not a <see cref="PlaceOrderCommand"/>.</summary>
        [Query]
        public sealed partial record [|PlaceOrderCommand|] : IQuery<int>
        {
            public PlaceOrderCommand() { } // As it was.
            public static PlaceOrderCommand Default { get; } = new();
        }
        public sealed class PlaceOrderCommandHandler : IQueryHandler<PlaceOrderCommand, int>
        {
            public ValueTask<int> HandleAsync(PlaceOrderCommand query, CancellationToken cancellationToken) =>
                new(query is PlaceOrderCommand ? nameof(PlaceOrderCommand).Length : Make(new PlaceOrderCommand()));
            private static int Make(object query) => query.GetHashCode();
        }
        """,
        """
        /// <summary>Not a <see cref="PlaceOrderQuery"/>.</summary>
        [Query(Name = "PlaceOrderCommand")]
        public sealed partial record PlaceOrderQuery : IQuery<int>
        {
            public PlaceOrderQuery() { } // As it was.
            public static PlaceOrderQuery Default { get; } = new();
        }
        public sealed class PlaceOrderCommandHandler : IQueryHandler<PlaceOrderQuery, int>
        {
            public ValueTask<int> HandleAsync(PlaceOrderQuery query, CancellationToken cancellationToken) =>
                new(query is PlaceOrderQuery ? nameof(PlaceOrderQuery).Length : Make(new PlaceOrderQuery()));
            private static int Make(object query) => query.GetHashCode();
        }
        """);

    [Fact]
    public Task TheFixLeavesAliasesAlone() => CheckFix(
        """
        using Order = Shop.PlaceOrderCommand;
        namespace Shop
        {
            [Query] public sealed partial record [|PlaceOrderCommand|] : IQuery<int>;
            public static class Use { public static Order Make() => new Order(); }
        }
        """,
        """
        using Order = Shop.PlaceOrderQuery;
        namespace Shop
        {
            [Query(Name = "PlaceOrderCommand")] public sealed partial record PlaceOrderQuery : IQuery<int>;
            public static class Use { public static Order Make() => new Order(); }
        }
        """);

    [Fact]
    public Task WhereTheNewNameIsTaken_NoFixIsOffered() => CheckNoFix(
        """
        [Query] public sealed partial record [|PlaceOrderCommand|] : IQuery<int>;
        public sealed record PlaceOrderQuery;
        """);
}
