using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class IncompleteMessageTests : RuleTests<IncompleteMessageAnalyzer, IncompleteMessageFixer>
{
    [Theory]
    [InlineData("ICommand", "a command", "Command")]
    [InlineData("ICommand<int>", "a command", "Command")]
    [InlineData("IQuery<int>", "a query", "Query")]
    [InlineData("IStreamQuery<int>", "a stream query", "Query")]
    [InlineData("IEvent", "an event", "Event")]
    public Task AnInterfaceWithoutItsAttribute_Reports(string type, string kind, string attribute) => CheckMessage(
        $"A message has an interface and its attribute: 'Thing' is {kind} by its interface but is not marked. " +
        $"Add [{attribute}].",
        $"public sealed partial record [|Thing|] : {type};");

    [Fact]
    public Task AnInterfaceThroughABaseClass_Reports() => Check(
        """
        public interface IOrderEvent : IEvent;
        public abstract record OrderEvent(int Id) : IOrderEvent;
        public sealed record [|OrderPlaced|](int Id) : OrderEvent(Id);
        """);

    [Fact]
    public Task AStruct_Reports() => Check("public readonly record struct [|Moved|](int X) : IEvent;");

    [Fact]
    public Task AnAttributeOnATypeThatIsNotPartial_Reports() => CheckMessage(
        "A message has an interface and its attribute: 'PlaceOrder' is marked [Command] but has no interface, and " +
        "none " +
        "can be added because it is not partial. Add ICommand<int>.",
        """
        [Command] public sealed record [|PlaceOrder|];
        public static class Handlers
        {
            [Handler] public static int Place(PlaceOrder command) => 1;
        }
        """);

    [Fact]
    public Task AnAttributeWithoutHandler_Reports() => CheckMessage(
        "A message has an interface and its attribute: 'GetOrder' is marked [Query] but has no interface, and no " +
        "handler in this assembly says what its result is. Add IQuery<TResult>.",
        "[Query] public sealed partial record [|GetOrder|];");

    [Fact]
    public Task AnAttributeWithTwoHandlers_Reports() => Check(
        """
        [Command] public sealed partial record [|PlaceOrder|];
        public static class Handlers
        {
            [Handler] public static int A(PlaceOrder command) => 1;
            [Handler] public static string B(PlaceOrder command) => "";
        }
        """);

    [Fact]
    public Task AQueryWhoseHandlerReturnsNothing_Reports() => CheckMessage(
        "A message has an interface and its attribute: 'GetOrder' is marked [Query] but has no interface, and its " +
        "handler does not say what its result is. Add IQuery<TResult>.",
        """
        [Query] public sealed partial record [|GetOrder|];
        public static class Handlers
        {
            [Handler] public static void Get(GetOrder query) { }
        }
        """);

    [Fact]
    public Task APartialTypeWithOneHandler_IsSilent() => Check(
        """
        [Command] public sealed partial record PlaceOrder;
        [Query] public sealed partial record GetOrder;
        [Query] public sealed partial record GetOther;
        [Event] public sealed partial record OrderPlaced;
        public static class Handlers
        {
            [Handler] public static ValueTask Place(PlaceOrder command) => default;
            [Handler] public static Task<int> Get(GetOrder query) => Task.FromResult(1);
        }
        public sealed class GetOtherHandler : IQueryHandler<GetOther, int>
        {
            public ValueTask<int> HandleAsync(GetOther query, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task CompleteMessagesAndSupertypes_AreSilent() => Check(
        """
        [Command] public sealed partial record PlaceOrder : ICommand<int>;
        public abstract record CommandBase : ICommand;
        public interface IOrderEvent : IEvent;
        public abstract class Base<T> : IQuery<T>;
        public sealed record Order;
        """);

    [Fact]
    public Task TypesOfTwoKinds_AreLeftToAnotherRule() => Check(
        "public sealed partial record Both : ICommand, IEvent;");

    [Fact]
    public Task TheFixAddsTheAttribute() => CheckFix(
        """
        namespace Shop;

        /// <summary>Places an order.</summary>
        public sealed partial record [|PlaceOrder|](int Customer) : ICommand<int>;
        """,
        """
        namespace Shop;

        /// <summary>Places an order.</summary>
        [Command]
        public sealed partial record PlaceOrder(int Customer) : ICommand<int>;
        """,
        "Add [Command]");

    [Fact]
    public Task TheFixAddsTheAttributeOfAStreamQuery() => CheckFix(
        "public sealed partial record [|Watch|] : IStreamQuery<int>;",
        """
        [Query]
        public sealed partial record Watch : IStreamQuery<int>;
        """);

    [Fact]
    public Task TheFixAddsTheInterfaceThatTheHandlerAsksFor() => CheckFix(
        """
        [Command]
        public sealed record [|PlaceOrder|](int Customer);

        public static class Handlers
        {
            [Handler] public static Task<List<string>> Place(PlaceOrder command) => throw new Exception();
        }
        """,
        """
        [Command]
        public sealed record PlaceOrder(int Customer) : ICommand<List<string>>;

        public static class Handlers
        {
            [Handler] public static Task<List<string>> Place(PlaceOrder command) => throw new Exception();
        }
        """,
        "Implement ICommand<List<string>>");

    [Fact]
    public Task TheFixAddsTheInterfaceBehindOthers() => CheckFix(
        """
        [Query]
        public sealed record [|GetOrder|] : IDisposable
        {
            public void Dispose() { }
        }

        public static class Handlers
        {
            [Handler] public static ValueTask<string?> Get(GetOrder query) => default;
        }
        """,
        """
        [Query]
        public sealed record GetOrder : IDisposable, IQuery<string?>
        {
            public void Dispose() { }
        }

        public static class Handlers
        {
            [Handler] public static ValueTask<string?> Get(GetOrder query) => default;
        }
        """);

    [Fact]
    public Task TheFixAddsTheInterfaceBeforeABody() => CheckFix(
        """
        [Event]
        public sealed class [|Done|] // happened
        {
            public int Id { get; init; }
        }
        """,
        """
        [Event]
        public sealed class Done : IEvent // happened
        {
            public int Id { get; init; }
        }
        """);

    [Fact]
    public Task TheFixAddsTheInterfaceOfACommandWithoutHandler() => CheckFix(
        "[Command] public sealed partial record [|Do|];",
        "[Command] public sealed partial record Do : ICommand;");

    [Fact]
    public Task AnotherFixMakesTheTypePartial()
    {
        const string Handlers =
            """

            public static class Handlers
            {
                [Handler] public static int Do(Do command) => 1;
            }
            """;
        return CheckFix(
            "[Command] public sealed record [|Do|];" + Handlers,
            "[Command] public sealed partial record Do;" + Handlers,
            "Make 'Do' partial");
    }

    [Fact]
    public Task AHandlerThatStreams_GivesAStreamQuery() => CheckFix(
        """
        [Query] public sealed record [|Watch|];
        public static class Handlers
        {
            [Handler] public static IAsyncEnumerable<int> Run(Watch query) => throw new Exception();
        }
        """,
        """
        [Query] public sealed record Watch : IStreamQuery<int>;
        public static class Handlers
        {
            [Handler] public static IAsyncEnumerable<int> Run(Watch query) => throw new Exception();
        }
        """);

    [Fact]
    public Task NoFixIsOfferedForAnUnknownResult() => CheckNoFix(
        "[Query] public sealed partial record [|GetOrder|];");

    [Fact]
    public Task FixAllAddsEveryAttribute() => CheckFixAll(
        [
            """
            public sealed partial record [|A|] : ICommand;
            public sealed partial record [|B|] : IEvent;
            """,
            "public sealed partial record [|C|] : IQuery<int>;",
        ],
        [
            """
            [Command]
            public sealed partial record A : ICommand;

            [Event]
            public sealed partial record B : IEvent;
            """,
            """
            [Query]
            public sealed partial record C : IQuery<int>;
            """,
        ]);

    [Theory]
    [InlineData(
        "Other.CommandAttribute", "namespace Shop { using Other; [Command] public sealed partial record [|Do|] ")]
    [InlineData(
        "Shop.QueryAttribute",
        "namespace Shop { public sealed class QueryAttribute : Attribute; " +
        "[Query] public sealed partial record [|Do|] ")]
    [InlineData(
        "Other.CommandAttribute",
        "namespace Shop { using CommandAttribute = Other.CommandAttribute; " +
        "[Command] public sealed partial record [|Do|] ")]
    public Task AnAttributeOfAnotherLibrary_Reports(string attribute, string source) => CheckMessage(
        $"A message has an interface and its attribute: 'Do' is a command by its interface but is marked by " +
        $"{attribute}. Add [CqrsGen.Command].",
        source + ": ICommand; }",
        "namespace Other { public sealed class CommandAttribute : Attribute; }");

    [Fact]
    public Task OursBesideAnAttributeOfAnotherLibrary_IsSilent() => Check(
        "namespace Shop { using Other; [Command, CqrsGen.Command] public sealed partial record Do : ICommand; }",
        "namespace Other { public sealed class CommandAttribute : Attribute; }");

    [Fact]
    public Task TheFixAddsOursBesideAnother() => CheckFix(
        """
        namespace Other
        {
            public sealed class CommandAttribute : Attribute;
        }

        namespace Shop
        {
            using Other;

            [Command]
            public sealed partial record [|Do|] : ICommand;
        }
        """,
        """
        namespace Other
        {
            public sealed class CommandAttribute : Attribute;
        }

        namespace Shop
        {
            using Other;

            [CqrsGen.Command]
            [Command]
            public sealed partial record Do : ICommand;
        }
        """);
}
