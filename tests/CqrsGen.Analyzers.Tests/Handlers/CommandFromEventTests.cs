using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class CommandFromEventTests : RuleTests<CommandFromEventAnalyzer>
{
    [Fact]
    public Task AnEventHandlerThatSendsACommand_Reports() => CheckMessage(
        "An event handler does not wait for commands: 'Listener' sends 'Reserve', and who published the event waits " +
        "for it. Do the work here, or hand the command to a queue.",
        """
        [Command] public sealed partial record Reserve : ICommand;
        [Event] public sealed partial record Placed : IEvent;
        public sealed class Listener(ICommandBus bus) : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken token) =>
                bus.[|SendAsync|](new Reserve(), token);
        }
        """);

    [Fact]
    public Task CommandHandlersAndWhatAnEventPublishes_AreSilent() => Check(
        """
        [Event] public sealed partial record Placed : IEvent;
        [Event] public sealed partial record Reserved : IEvent;
        public sealed class Listener(IEventBus bus) : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken token) =>
                bus.PublishAsync(new Reserved(), token);
        }
        """,
        InHandler.Body("await commands.SendAsync(command, token);"));
}
