using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class UnusedPartTests : RuleTests<UnusedPartAnalyzer>
{
    private const string Startup =
        "public static class Startup { public static void Add(IServiceCollection s) => s.AddCqrsGen(); }";

    private const string Checks =
        "public ValueTask ValidateAsync(Line message, ValidationErrors errors, CancellationToken token) => default;";

    private const string Placed = "[Event] public sealed partial record Placed : IEvent;";

    [Fact]
    public Task MiddlewareThatFitsNothing_Reports() => CheckMessage(
        "Every message and middleware is used: no message is what 'Audit' asks for. Change its kinds or constraints, " +
        "or remove it.",
        Startup,
        Placed,
        "[Middleware] public sealed class [|Audit|] { public void Before<T>(T message) where T : IDisposable { } }");

    [Theory]
    [InlineData("record Placed", "Audit", "Before<T>(T message) where T : class, new()")]
    [InlineData("record struct Placed(int Order)", "Audit", "Before<T>(T message) where T : struct")]
    [InlineData("record Placed(int Order)", "[|Audit|]", "Before<T>(T message) where T : new()")]
    [InlineData("record Placed", "[|Audit|]", "Before<T>(T message) where T : struct")]
    public Task MiddlewareFitsByItsConstraints(string @event, string name, string hook) => Check(
        Startup,
        $$"""
        [Event] public partial {{@event}} : IEvent;
        [Middleware] public sealed class {{name}} { public void {{hook}} { } }
        """);

    [Fact]
    public Task MiddlewareForResultsThatAreArrays_IsSilent() => Check(
        Startup,
        """
        [Query] internal sealed partial record Find(int Order) : IQuery<int[]>;
        internal static class Handlers { [Handler] internal static int[] On(Find query) => [query.Order]; }
        internal sealed class Caller { internal ValueTask<int[]> Run(IQueryBus bus) => bus.QueryAsync(new Find(1)); }
        [Middleware] public sealed class Audit { public void After<T, TItem>(T message, TItem[] result) { } }
        """);

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

    [Theory]
    [InlineData("Application")]
    [InlineData("Explicit")]
    public Task WhereTheApplicationIsNotPutTogether_IsSilent(string scope) => Check(
        $"[Middleware(Scope = MiddlewareScope.{scope})] " +
        "public sealed class Audit { public void Before<T>(T message) where T : IDisposable { } }",
        "[Command] internal sealed partial record Place : ICommand;");

    [Fact]
    public Task MiddlewareOfAModuleThatFitsNothingThere_Reports() => Check(
        "[Middleware] public sealed class [|Audit|] { public void Before<T>(T message) where T : IDisposable { } }",
        Placed);

    [Fact]
    public Task RulesOfAnEvent_Report() => CheckMessage(
        "Every message and middleware is used: nothing checks [Range] on 'Order', since 'Moved' is an event. State " +
        "it on the command that leads to it, or remove it.",
        """
        using System.ComponentModel.DataAnnotations;
        [Event] public sealed partial record Moved([Range(1, 9)] int [|Order|]) : IEvent;
        """);

    [Theory]
    [InlineData("[Event] public sealed partial record Moved([property: DataType(DataType.Text)] string To) : IEvent;")]
    [InlineData("[Event] public sealed partial record Moved([property: Display(Name = \"To\")] string To) : IEvent;")]
    [InlineData("public sealed record Entity([property: Required] string Name);")]
    [InlineData("public sealed record Unmarked([property: Required] string Name) : IEvent;")]
    public Task AttributesThatAreOthersToRead_AreSilent(string source) =>
        Check("using System.ComponentModel.DataAnnotations; " + source);

    [Fact]
    public Task AValidatorOfNoMessage_Reports() => CheckMessage(
        "Every message and middleware is used: nobody asks 'LineValidator', since 'Line' is no message. Validate the " +
        "message that holds it, or remove the validator.",
        "public sealed record Line(int Count);",
        $"internal sealed class [|LineValidator|] : IValidator<Line> {{ {Checks} }}");

    [Theory]
    [InlineData("internal sealed class LineValidator : IValidator<Line> { ", "object Make() => new LineValidator();")]
    [InlineData("internal sealed class LineValidator : IValidator<Line> { ", "IValidator<Line>? Used { get; }")]
    [InlineData("[NotDiscovered] internal sealed class LineValidator : IValidator<Line> { ", "")]
    [InlineData("public sealed class LineValidator : IValidator<Line> { ", "")]
    public Task AValidatorThatMayBeAskedByHand_IsSilent(string start, string use) => Check(
        "public sealed record Line(int Count);",
        $"{start} {Checks} }}",
        $"public sealed class User {{ internal {(use == "" ? "int Nothing;" : use)} }}");

    [Fact]
    public Task AValidatorOfWhatMessagesMayDeriveFrom_IsSilent() => Check(
        "public record Line(int Count);",
        $"internal sealed class LineValidator : IValidator<Line> {{ {Checks} }}");

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
