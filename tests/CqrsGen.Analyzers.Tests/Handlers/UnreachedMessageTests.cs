using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UnreachedMessageTests : RuleTests<UnreachedMessageAnalyzer>
{
    private const string Module =
        """
        namespace Orders;

        public interface IIdempotent;
        internal sealed record Answer;

        [Command] internal sealed partial record Recount(int Shelf) : ICommand, IIdempotent;
        [Query] internal sealed partial record Count : IQuery<string>;
        [Query] internal sealed partial record Watch : IStreamQuery<string>;
        [Event] internal sealed partial record Counted : IEvent;
        [Query] public sealed partial record Find : IQuery<Answer>;

        internal static class Handlers
        {
            [Handler] internal static void Recount(Recount command) { }
            [Handler] internal static string Count(Count query) => "";
            [Handler] internal static IAsyncEnumerable<string> Watch(Watch query) => throw new Exception();
            [Handler] internal static Answer Find(Find query) => new();
        }
        """;

    private const string Startup =
        "public static class Startup { public static void Add(IServiceCollection s) => s.AddCqrsGen(); }";

    [Fact]
    public async Task MiddlewareForAllMessages_Reports()
    {
        var reported = await Check(Host(
            """
            [Middleware] public sealed class [|Timing|]
            {
                public void Before<TMessage>(TMessage message) { }
            }
            """));

        reported.ShouldHaveSingleItem().GetMessage().ShouldBe(
            "Middleware of the host runs around what the host can name: 'Timing' does not run around " +
            "'Orders.Count', 'Orders.Counted', 'Orders.Find', 'Orders.Recount' and 'Orders.Watch', internal to " +
            "'Orders'. Make the messages public, or move 'Timing' with MiddlewareScope.Application into a project " +
            "that 'Orders' references.");
    }

    [Theory]
    [InlineData("Kinds = MessageKinds.Events", "public void Before<TMessage>(TMessage message) { }", "Counted")]
    [InlineData("Order = 3", "public void Before(Orders.IIdempotent message) { }", "Recount")]
    [InlineData("Order = 3", "public void Before<T>(T message) where T : Orders.IIdempotent { }", "Recount")]
    [InlineData("Order = 3", "public void Finally(ICommand message) { }", "Recount")]
    [InlineData("Order = 3", "public void After<T>(T message, string result) { }", "Count")]
    [InlineData("Order = 3", "public Decision<string> Before<T>(T message) => default;", "Count")]
    [InlineData(
        "Order = 3",
        "public void After<T, R>(T message, R result) where T : IQuery<R> where R : class, IEnumerable<char> { }",
        "Count")]
    [InlineData(
        "Kinds = MessageKinds.Commands",
        "public void Failed<T>(T message, Exception exception, MessageInfo info, CancellationToken token) { }",
        "Recount")]
    public async Task HooksForSomeMessages_ReportThose(string options, string hook, string message) =>
        (await Check(Host($$"""[Middleware({{options}})] public sealed class [|Some|] { {{hook}} }""")))
        .ShouldHaveSingleItem().GetMessage().ShouldContain($"does not run around 'Orders.{message}', internal");

    [Theory]
    [InlineData("ICommand<R>", "Recount")]
    [InlineData("ICommand", "Recount")]
    [InlineData("IQuery<R>", "Count' and 'Orders.Find")]
    [InlineData("class, Orders.IIdempotent", "Recount")]
    public async Task AroundMiddlewareForSomeMessages_ReportsThose(string constraint, string messages) =>
        (await Check(Host(
            $$"""
            [Middleware] public sealed class [|Some|]<T, R> : IMiddleware<T, R> where T : {{constraint}}
            {
                public ValueTask<R> InvokeAsync<TNext>(T message, TNext next, CancellationToken cancellationToken)
                    where TNext : struct, INext<T, R> => next.InvokeAsync(message, cancellationToken);
            }
            """)))
        .ShouldHaveSingleItem().GetMessage().ShouldContain($"does not run around 'Orders.{messages}', internal");

    [Fact]
    public async Task MiddlewareOfAModuleForTheApplication_ReportsWhereItIsComposed()
    {
        var middleware = new SourceProject(
            "Timings",
            """
            [Middleware(Scope = MiddlewareScope.Application)] public sealed class Timing
            {
                public void Before(Marker message) { }
            }
            public interface Marker;
            [Command] public sealed partial record Do : ICommand, Marker;
            """);
        var stranger = new SourceProject(
            "Stranger",
            """
            [Event] internal sealed partial record Done : IEvent;
            """);

        await Check(new SourceProject("Host", Startup).Referencing(middleware, stranger));
        (await Check(new SourceProject("Host", Startup.Replace("AddCqrsGen", "[|AddCqrsGen|]"))
            .Referencing(Everywhere(middleware), stranger)))
            .ShouldHaveSingleItem().GetMessage().ShouldContain("'Done', internal to 'Stranger'");
    }

    [Fact]
    public Task MiddlewareThatTheModuleHasItself_IsSilent()
    {
        var middleware = Everywhere(new SourceProject(
            "Timings",
            """
            [Middleware(Scope = MiddlewareScope.Application)] public sealed class Timing
            {
                public void Before(Marker message) { }
            }
            public interface Marker;
            """));
        return Check(new SourceProject("Host", Startup).Referencing(
            middleware,
            new SourceProject("Module", "[Event] internal sealed partial record Done : IEvent;")
                .Referencing(middleware)));
    }

    [Theory]
    [InlineData("[Middleware(Scope = MiddlewareScope.Explicit)]", "Before<TMessage>(TMessage message)")]
    [InlineData("[Middleware, NotDiscovered]", "Before<TMessage>(TMessage message)")]
    [InlineData("", "Before<TMessage>(TMessage message)")]
    [InlineData("[Middleware]", "Before<TMessage>(TMessage message) where TMessage : struct")]
    [InlineData("[Middleware]", "Before(Own message)")]
    [InlineData("[Middleware]", "After<TMessage>(TMessage message, int result)")]
    public Task MiddlewareThatIsNotMeantForThem_IsSilent(string attribute, string hook) => Check(Host(
        $$"""
        [Query] public sealed partial record Own : IQuery<int>;
        public static class Handlers { [Handler] public static int Own(Own query) => 1; }
        {{attribute}} public sealed class Other { public void {{hook}} { } }
        """));

    [Fact]
    public Task AProjectThatComposesNothing_IsSilent() => Check(new SourceProject(
        "Library",
        "[Middleware] public sealed class Timing { public void Before<TMessage>(TMessage message) { } }")
        .Referencing(new SourceProject("Orders", Module)));

    [Fact]
    public Task PublicMessagesOfAModule_AreSilent() => Check(new SourceProject(
        "Host",
        Startup,
        "[Middleware] public sealed class Timing { public void Before<TMessage>(TMessage message) { } }")
        .Referencing(new SourceProject(
            "Orders", Module.Replace("internal", "public", StringComparison.Ordinal))));

    private static SourceProject Everywhere(SourceProject middleware) => middleware with
    {
        Sources =
        [
            .. middleware.Sources.Select(static source => source.Replace(
                "Before(Marker message)", "Before<TMessage>(TMessage message)", StringComparison.Ordinal)),
        ],
    };

    private static SourceProject Host(string source) =>
        new SourceProject("Host", Startup, source).Referencing(new SourceProject("Orders", Module));
}
