using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UnusedPartTests : RuleTests<UnusedPartAnalyzer>
{
    private const string Startup =
        "public static class Startup { public static void Add(IServiceCollection s) => s.AddCqrsGen(); }";

    private const string Placed = "[Event] public sealed partial record Placed : IEvent;";

    [Fact]
    public Task MiddlewareThatFitsNothing_Reports() => CheckMessage(
        "Every message and middleware is used: no message is what 'Audit' asks for. Change its kinds or constraints, " +
        "or remove it.",
        Startup,
        Placed,
        "[Middleware] public sealed class [|Audit|] { public void Before<T>(T message) where T : IDisposable { } }");

    [Fact]
    public Task MiddlewareThatNobodyNames_Reports() => CheckMessage(
        "Every message and middleware is used: no message or handler names 'Audit' by [Use]. Name it, or remove it.",
        Startup,
        Placed,
        "[Middleware(Scope = MiddlewareScope.Explicit)] " +
        "public sealed class [|Audit|] { public void Before<T>(T m) { } }");

    [Fact]
    public Task AMessageThatNothingMakes_Reports() => CheckMessage(
        "Every message and middleware is used: nothing makes 'Place'. Dispatch it, or remove it with what handles it.",
        Startup,
        """
        [Command] internal sealed partial record [|Place|](int Order) : ICommand
        {
            public static Place Default { get; } = new Place(1);
        }
        internal sealed class PlaceHandler : ICommandHandler<Place>, IValidator<Place>
        {
            public ValueTask HandleAsync(Place command, CancellationToken token) => default;
            public ValueTask ValidateAsync(Place message, ValidationErrors errors, CancellationToken token) => default;
        }
        """);

    [Fact]
    public Task AMessageThatOnlyItsMarkedHandlerNames_Reports() => Check(
        Startup,
        """
        [Query] internal sealed partial record [|Find|](int Order) : IQuery<int>;
        internal static class Handlers { [Handler] internal static int On(Find query) => query is Find ? 1 : 2; }
        """);

    [Theory]
    [InlineData("ValueTask Run(ICommandBus bus) => bus.SendAsync(new Place());")]
    [InlineData("ValueTask Run(ICommandBus bus, Place command) => bus.SendAsync(command);")]
    [InlineData("Type Run() => typeof(Place);")]
    [InlineData("List<Place> Run() => [new()];")]
    [InlineData("object Run(IMessageGateway gateway) => gateway;")]
    public Task AMessageThatIsMadeSomewhere_IsSilent(string member) => Check(
        Startup,
        $$"""
        [Command] internal sealed partial record Place : ICommand;
        internal sealed class Caller { internal {{member}} }
        """);

    [Fact]
    public Task AMessageThatItsHandlerMakesAnew_IsSilent() => Check(
        Startup,
        """
        [Command] internal sealed partial record Place : ICommand;
        internal sealed class PlaceHandler(ICommandBus bus) : ICommandHandler<Place>
        {
            public ValueTask HandleAsync(Place command, CancellationToken token) => bus.SendAsync(new Place(), token);
        }
        """);

    [Fact]
    public Task WhatOthersMayUse_IsSilent() => Check(
        Startup,
        """
        [Command] public sealed partial record Place : ICommand;
        [Event] internal abstract partial record OrderEvent : IEvent;
        [Middleware] public sealed class Audit { public void Before<T>(T message) { } }
        [Middleware(Scope = MiddlewareScope.Explicit)] public sealed class Named { public void Before<T>(T m) { } }
        [Middleware] public sealed class Broken { private void Before(Exception message) { } }
        [Command] internal sealed partial record Use : ICommand;
        public static class Handlers
        {
            [Handler, Use<Named>] public static void On(Place command) { }
            internal static object Make() => new Use();
        }
        """);

    [Fact]
    public Task WhereTheApplicationIsNotPutTogether_IsSilent() => Check(
        "[Middleware] public sealed class Audit { public void Before<T>(T message) where T : IDisposable { } }",
        "[Command] internal sealed partial record Place : ICommand;");

    [Fact]
    public Task WithoutMessages_MiddlewareIsSilent() => Check(
        Startup,
        "[Middleware] public sealed class Audit { public void Before<T>(T message) where T : IDisposable { } }");

    [Fact]
    public Task MiddlewareForMessagesOfModules_IsSilent() => Check(
        new SourceProject(
            "Host",
            Startup,
            "using One; " + Placed,
            "using One; [Middleware] public sealed class Audit { public void Before(Moved message) { } }",
            "[Middleware(Order = 1)] public sealed class Hidden { public void Before<T>(T m) where T : One.IMark { } }")
        .Referencing(new SourceProject(
            "One",
            """
            namespace One;
            public interface IMark;
            [Event] public sealed partial record Moved : IEvent;
            [Event] internal sealed partial record Secret : IEvent, IMark;
            """)));
}
