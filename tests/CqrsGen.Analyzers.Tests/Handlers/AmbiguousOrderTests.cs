using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class AmbiguousOrderTests : RuleTests<AmbiguousOrderAnalyzer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Place : ICommand;
        [Query] public sealed partial record Find : IQuery<int>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Placed : IEvent;
        [Command] public sealed partial record Unhandled : ICommand<Guid>;
        public static class Handlers
        {
            [Handler] public static void On(Place command) { }
            [Handler] public static int On(Find query) => 1;
            [Handler] public static IAsyncEnumerable<int> On(Watch query) => throw new Exception();
        }
        """;

    [Fact]
    public async Task TwoOfOneOrder_ReportBoth() =>
        (await Check(
            Messages,
            """
            [Middleware(Order = 5)] public sealed class [|Timing|] { public void Before<T>(T message) { } }
            [Middleware(Order = 5)] public sealed class [|Audit|] { public void Before<T>(T message) { } }
            [Middleware(Order = 6)] public sealed class Other { public void Before<T>(T message) { } }
            """)).Select(static found => found.GetMessage()).Distinct().ShouldHaveSingleItem().ShouldBe(
            "The order of middleware is unambiguous: 'Audit' and 'Timing' have the order 5, for one around 'Find'. " +
            "Give them different orders.");

    [Theory]
    [InlineData("[Middleware]", "[Middleware(Order = 0)]")]
    [InlineData("[Middleware(Kinds = MessageKinds.Commands)]", "[Middleware(Kinds = MessageKinds.All)]")]
    [InlineData("[Middleware(Scope = MiddlewareScope.Application)]", "[Middleware]")]
    public Task WhereOneMessageHasBoth_Reports(string one, string other) => Check(
        Messages,
        $$"""
        {{one}} public sealed class [|A|] { public void Before<T>(T message) { } }
        {{other}} public sealed class [|B|] { public void After<T>(T message) { } }
        """);

    [Theory]
    [InlineData("[Middleware(Kinds = MessageKinds.Commands)]", "[Middleware(Kinds = MessageKinds.Queries)]")]
    [InlineData("[Middleware(Scope = MiddlewareScope.Explicit)]", "[Middleware]")]
    [InlineData("[Middleware(Order = 1)]", "[Middleware]")]
    [InlineData("[Middleware, NotDiscovered]", "[Middleware]")]
    public Task WhereNoMessageHasBoth_IsSilent(string one, string other) => Check(
        Messages,
        $$"""
        {{one}} public sealed class A { public void Before<T>(T message) { } }
        {{other}} public sealed class B { public void After<T>(T message) { } }
        """);

    [Fact]
    public Task WhatAppliesToNothingOrCannotBeUsed_IsSilent() => Check(
        Messages,
        """
        [Middleware] public sealed class A { public void Before(Unhandled message) { } }
        [Middleware] public sealed class B { public void Before(Unhandled message) { } }
        [Middleware] public sealed class C { private void Before<T>(T message) { } }
        [Middleware]
        public sealed class D<TMessage, TResult> : IMiddleware<TMessage, TResult> where TMessage : Exception
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        public sealed class E { public void Before<T>(T message) { } }
        """);

    [Fact]
    public Task WhatUseNames_Reports() => Check(
        Messages,
        """
        [Middleware(Scope = MiddlewareScope.Explicit)] public sealed class [|A|] { public void Before<T>(T m) { } }
        [Middleware(Kinds = MessageKinds.Events)] public sealed class [|B|] { public void Before<T>(T m) { } }
        [Event, Use<A>] public sealed partial record Moved : IEvent;
        """);

    [Theory]
    [InlineData(-5000, "[|A|]")]
    [InlineData(-4000, "[|A|]")]
    [InlineData(-3000, "[|A|]")]
    [InlineData(-2000, "[|A|]")]
    [InlineData(-1000, "[|A|]")]
    [InlineData(-1500, "A")]
    public Task TheOrderOfABuiltIn_Reports(int order, string name) => Check(
        Messages,
        $$"""[Middleware(Order = {{order}})] public sealed class {{name}} { public void Before<T>(T m) { } }""");

    [Theory]
    [InlineData(-3000, "")]
    [InlineData(-2000, ", Kinds = MessageKinds.Events")]
    [InlineData(-1000, ", Kinds = MessageKinds.Events")]
    [InlineData(-1000, ", Kinds = MessageKinds.StreamQueries")]
    public Task TheOrderOfABuiltInThatIsOffOrElsewhere_IsSilent(int order, string kinds) => Check(
        "[assembly: BuiltInMiddleware(BuiltIn.Timeout | BuiltIn.Context)]",
        Messages,
        $$"""[Middleware(Order = {{order}}{{kinds}})] public sealed class A { public void Before<T>(T m) { } }""");

    [Fact]
    public Task MiddlewareOfAModule_ReportsInTheHost() => Check(
        new SourceProject(
            "Host",
            Messages,
            "[Middleware] public sealed class [|Own|] { public void Before<T>(T m) { } }",
            "public static class Startup { public static void Add(IServiceCollection s) => s.[|AddCqrsGen|](); }")
        .Referencing(
            new SourceProject(
                "One",
                """
                [Middleware(Scope = MiddlewareScope.Application)]
                public sealed class Ones { public void Before<T>(T m) { } }
                """),
            new SourceProject(
                "Two",
                """
                [Middleware(Scope = MiddlewareScope.Application)]
                public sealed class Twos { public void Before<T>(T m) { } }
                [Middleware(Order = 3)] public sealed class Local { public void Before<T>(T m) { } }
                [Event] public sealed partial record Moved : IEvent;
                """)));
}
