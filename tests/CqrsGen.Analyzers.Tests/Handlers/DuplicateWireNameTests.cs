using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class DuplicateWireNameTests : RuleTests<DuplicateWireNameAnalyzer>
{
    [Fact]
    public async Task TwoTypesWithOneName_Report()
    {
        var reported = await Check(
            """
            namespace Shop.Orders { [Event] public sealed partial record [|Created|] : IEvent; }
            namespace Shop.Customers { [Event] public sealed partial record [|Created|] : IEvent; }
            """);

        reported[0].GetMessage().ShouldBe(
            "A wire name stands for one message: 'Created' is the name of 'Shop.Customers.Created' and " +
            "'Shop.Orders.Created'. Give each a Name of its own.");
        reported[0].AdditionalLocations.ShouldHaveSingleItem().ShouldBe(reported[1].Location);
    }

    [Fact]
    public Task AStatedNameThatIsTakenInAnotherFile_Reports() => Check(
        """[Command(Name = "order.place")] public sealed partial record [|PlaceOrder|] : ICommand;""",
        """[Command(Name = "order." + "place")] public sealed partial record [|PlaceOrderAgain|] : ICommand;""");

    [Fact]
    public Task AStatedNameThatIsTheDefaultOfAnother_Reports() => Check(
        """
        [Command(Name = "Orders.Place")] public sealed partial record [|PlaceOrder|] : ICommand;
        public static partial class Orders
        {
            [Command] public sealed partial record [|Place|] : ICommand;
        }
        """);

    [Fact]
    public Task ACommandAndAnEventWithOneName_Report() => Check(
        """
        namespace A { [Event] public sealed partial record [|Order|] : IEvent; }
        namespace B { [Command] public sealed partial record [|Order|] : ICommand; }
        """);

    [Fact]
    public async Task NamesThatDifferInCaseOnly_Report()
    {
        var reported = await Check(
            """
            namespace Shop.Orders { [Event] public sealed partial record [|Created|] : IEvent; }
            namespace Shop.Customers { [Event] public sealed partial record [|created|] : IEvent; }
            """);

        reported[0].GetMessage().ShouldBe(
            "A wire name stands for one message: 'created', in whatever case, is the name of " +
            "'Shop.Customers.created' and 'Shop.Orders.Created'. Give each a Name of its own.");
    }

    [Fact]
    public Task NamesThatDifferInCaseOnlyInTwoModules_ReportWhereTheyAreComposed() => Check(
        new SourceProject(
            "Host", "static class Startup { static void Add(IServiceCollection s) => s.[|AddCqrsGen|](); }")
            .Referencing(
                new SourceProject("A", "namespace A; [Event] public sealed partial record Created : IEvent;"),
                new SourceProject("B", "namespace B; [Event] public sealed partial record created : IEvent;")));

    [Fact]
    public Task ANameThatAModuleHas_Reports() => Check(
        new SourceProject("Host", "namespace Host; [Event] public sealed partial record [|Created|] : IEvent;")
            .Referencing(new SourceProject(
                "Module", "namespace Module; [Event] public sealed partial record Created : IEvent;")));

    [Fact]
    public Task ANameThatTwoModulesHave_ReportsWhereTheyAreComposed() => Check(
        new SourceProject(
            "Host", "static class Startup { static void Add(IServiceCollection s) => s.[|AddCqrsGen|](); }")
            .Referencing(
                new SourceProject("A", "namespace A; [Event] public sealed partial record Created : IEvent;"),
                new SourceProject("B", "namespace B; [Event] public sealed partial record Created : IEvent;")));

    [Fact]
    public Task DifferentNames_AreSilent() => Check(
        """
        namespace A { [Event] public sealed partial record Created : IEvent; }
        namespace B { [Event(Name = "b.created")] public sealed partial record Created : IEvent; }
        namespace C { public static partial class Order { [Event] public sealed partial record Created : IEvent; } }
        namespace E { public sealed record Created; }
        """);

    [Fact]
    public Task SeveralDeclarationsOfOneMessage_AreSilent() => Check(
        "[Event] public sealed partial record Created : IEvent;",
        "public sealed partial record Created;");
}
