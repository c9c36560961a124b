using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class NestedCommandTests : RuleTests<NestedCommandAnalyzer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Reserve : ICommand;
        [Query] public sealed partial record Look : IQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        """;

    [Fact]
    public Task ACommandThatIsSentInAHandler_Reports() => CheckMessage(
        "A command handler does its work itself: 'DoHandler' sends 'Reserve'. Call what both handlers share, or " +
        "publish an event that 'Reserve' follows.",
        Messages, InHandler.Body("await commands.[|SendAsync|](new Reserve());"));

    [Theory]
    [InlineData("await commands.[|SendAllAsync|]([command]);")]
    [InlineData("ICommand any = command; await commands.[|SendAsync|](any, token);")]
    [InlineData("var all = new List<Reserve>(); await commands.[|SendAllAsync|](all);")]
    [InlineData("Func<ValueTask> later = () => commands.[|SendAsync|](new Reserve()); await later();")]
    public Task SendingInAnyWay_Reports(string statements) => Check(Messages, InHandler.Body(statements));

    [Fact]
    public Task AHelperOfTheHandlerAndAMarkedMethod_Report() => Check(Messages, InHandler.Members(
        """
        public ValueTask HandleAsync(Do command, CancellationToken token) => Help();
            private ValueTask Help() => commands.[|SendAsync|](new Reserve());
        """),
        """
        public static class Handlers
        {
            [Handler] public static ValueTask On(Reserve command, ICommandBus bus) => bus.[|SendAsync|](new Do());
        }
        """);

    [Fact]
    public Task OtherDispatchesAndOtherHandlers_AreSilent() => Check(
        Messages,
        InHandler.Body("await queries.QueryAsync(new Get());"),
        """
        public sealed class DoneHandler(ICommandBus bus) : IEventHandler<Done>
        {
            public ValueTask HandleAsync(Done @event, CancellationToken token) => bus.SendAsync(new Reserve(), token);
        }
        public sealed class Both(ICommandBus bus) : IEventHandler<Done>, ICommandHandler<Reserve>
        {
            public ValueTask HandleAsync(Done @event, CancellationToken token) => bus.SendAsync(new Reserve(), token);
            public ValueTask HandleAsync(Reserve command, CancellationToken token) =>
                bus.[|SendAsync|](new Reserve(), token);
            private ValueTask Help() => bus.SendAsync(new Reserve());
        }
        public sealed class Caller(ICommandBus bus, System.Net.Http.HttpClient http)
        {
            public ValueTask Run() => bus.SendAsync(new Reserve());
            public Task Post() => http.SendAsync(new());
        }
        """);
}
