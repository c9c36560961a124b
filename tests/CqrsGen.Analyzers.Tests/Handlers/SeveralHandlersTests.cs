using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class SeveralHandlersTests : RuleTests<SeveralHandlersAnalyzer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Do : ICommand;
        [Query] public sealed partial record Get : IQuery<int>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        """;

    private const string Validate =
        "public ValueTask ValidateAsync(Do message, ValidationErrors errors, CancellationToken token) => default;";

    [Fact]
    public async Task TwoHandlersOfOneCommand_Report()
    {
        var reported = await Check(
            Messages,
            """
            public sealed class [|A|] : ICommandHandler<Do>
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            """,
            """
            public sealed class [|B|] : ICommandHandler<Do>
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            """);

        reported[0].GetMessage().ShouldBe(
            "A command has one handler: 'Do' is handled by 'A' and 'B'. Keep one of them, make it an event, " +
            "or mark what stands in for a handler in a test [NotDiscovered].");
        reported[0].AdditionalLocations.ShouldHaveSingleItem().ShouldBe(reported[1].Location);
    }

    [Fact]
    public Task AClassAndAMethod_Report() => Check(
        Messages,
        """
        public sealed class [|GetHandler|] : IQueryHandler<Get, int>
        {
            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken) => default;
        }
        public static class Handlers
        {
            [Handler] public static int [|Get|](Get query) => 1;
        }
        """);

    [Fact]
    public Task AHandlerThatNamesItsMessageByAnAlias_Reports() => Check(
        Messages,
        """
        public sealed class [|A|] : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """,
        """
        using Wanted = Do;
        public sealed class [|B|] : ICommandHandler<Wanted>
        {
            public ValueTask HandleAsync(Wanted command, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task AHandlerWhoseBaseIsStatedInAnotherPart_Reports() => Check(
        Messages,
        """
        public abstract class Base : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        public sealed partial class A : Base;
        """,
        """
        public sealed partial class [|A|] : IEventHandler<Done>
        {
            public ValueTask HandleAsync(Done happened, CancellationToken cancellationToken) => default;
        }
        """,
        """
        [Handler] public sealed class [|B|] : Base;
        """);

    [Theory]
    [InlineData("[Middleware(Order = 1)] public sealed class [|A|] : Base { public void Before() { } }")]
    [InlineData(
        "public sealed class [|A|] : Further, IValidator<Do> { " + Validate + " }")]
    [InlineData("[Event] public sealed record [|A|] : IHandleDo, IEvent;")]
    [InlineData("[Event] public sealed partial record [|A|] : IEvent; partial record A : IHandleDo;")]
    [InlineData(
        "public sealed class [|A|] : Other, IValidator<Do> { " + Validate + " }")]
    public Task WhatHandlesThroughABaseAlone_Reports(string type) => Check(
        Messages,
        """
        public abstract class Base : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        public abstract class Further : Base;
        public interface IHandleDo : ICommandHandler<Do>
        {
            ValueTask ICommandHandler<Do>.HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        public sealed class [|B|] : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """,
        "using Other = Further;\n" + type);

    [Theory]
    [InlineData("public abstract class Own : Base;", "Own")]
    [InlineData("namespace Shop { public abstract class Base : global::Base; }", "Shop.Base")]
    public async Task WhatHandlesThroughABaseOfALibrary_Reports(string declared, string parent)
    {
        var library = new SourceProject(
            "Library",
            Messages,
            """
            public abstract class Base : ICommandHandler<Do>
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            public interface INothing;
            """);

        await Check(new SourceProject(
            "Host",
            $$"""
            {{declared}}
            [Event] public sealed partial record First : INothing, IEvent;
            [Middleware(Order = 1)] public sealed class [|A|] : {{parent}} { public void Before() { } }
            public sealed class [|B|] : ICommandHandler<Do>
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
            }
            """).Referencing(library));
    }

    [Fact]
    public Task ThreeMethodsOfOneStreamQuery_Report() => Check(
        Messages,
        """
        public static class Handlers
        {
            [Handler] public static IAsyncEnumerable<int> [|A|](Watch query) => throw new Exception();
            [Handler] public static IAsyncEnumerable<int> [|B|](Watch query) => throw new Exception();
            [Handler] public static IAsyncEnumerable<int> [|C|](Watch query) => throw new Exception();
        }
        """);

    [Fact]
    public Task TwoHandlersOfACommandWithoutInterface_Report() => Check(
        """
        [Command] public sealed partial record Do;
        public static class Handlers
        {
            [Handler] public static int [|A|](Do command) => 1;
            [Handler] public static int [|B|](Do command) => 1;
        }
        """);

    [Fact]
    public async Task AHandlerBesideThatOfAModule_Reports()
    {
        var contracts = new SourceProject("Contracts", Messages);
        var module = new SourceProject(
            "Module", "public static class H { [Handler] public static int Get(Get query) => 1; }")
            .Referencing(contracts);

        (await Check(new SourceProject(
            "Host", "public static class H2 { [Handler] public static int [|Own|](Get query) => 1; }")
            .Referencing(module, contracts)))
            .ShouldHaveSingleItem().GetMessage().ShouldBe(
                "A query has one handler: 'Get' is handled by 'H2.Own' in Host and 'H.Get' in Module. Keep one of " +
                "them, make it an event, or mark what stands in for a handler in a test [NotDiscovered].");
    }

    [Fact]
    public async Task HandlersInTwoModules_ReportWhereTheyAreComposed()
    {
        var contracts = new SourceProject("Contracts", Messages);
        const string Handlers =
            """
            internal static class H
            {
                [Handler] internal static int Get(Get query) => 1;
                [Handler] internal static void On(Done @event) { }
            }
            """;

        (await Check(new SourceProject(
            "Host", "static class Startup { static void Add(IServiceCollection s) => s.[|AddCqrsGen|](); }")
            .Referencing(
                contracts,
                new SourceProject("A", Handlers).Referencing(contracts),
                new SourceProject("B", Handlers).Referencing(contracts))))
            .ShouldHaveSingleItem().GetMessage().ShouldBe(
                "A query has one handler: 'Get' is handled by 'H.Get' in A and 'H.Get' in B. Keep one of them, " +
                "make it an event, or mark what stands in for a handler in a test [NotDiscovered].");
    }

    [Fact]
    public Task ClosedFormsOfOneGenericMessage_AreSilent() => Check(
        """
        [Query] public sealed record Get<T> : IQuery<T>;
        public static class Handlers
        {
            [Handler] public static int A(Get<int> query) => 1;
            [Handler] public static string B(Get<string> query) => "";
        }
        """);

    [Fact]
    public Task ManyHandlersOfOneEvent_AreSilent() => Check(
        Messages,
        """
        public static class Handlers
        {
            [Handler] public static void A(Done @event) { }
            [Handler] public static void B(Done @event) { }
        }
        public sealed class C : IEventHandler<Done>
        {
            public ValueTask HandleAsync(Done @event, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public Task OneHandlerThatIsDerivedFrom_IsSilent() => Check(
        Messages,
        """
        public abstract class Base : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        [Handler] public sealed class A : Base;
        public sealed class NotFound : Base;
        """);

    [Fact]
    public Task AMethodThatIsNotMarked_IsSilent() => Check(
        Messages,
        """
        public static class Handlers
        {
            [Handler] public static void A(Do command) { }
            public static void B(Do command) { }
        }
        """);

    [Fact]
    public Task AFakeThatIsNotDiscovered_IsSilent() => Check(
        Messages,
        """
        public static class Handlers
        {
            [Handler] public static void Real(Do command) { }
        }
        [NotDiscovered] public sealed class Fake : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        [NotDiscovered] public static class Fakes
        {
            [Handler] public static void Do(Do command) { }
        }
        """);
}
