using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class WrongVerbTests : RuleTests<WrongVerbAnalyzer, WrongVerbFixer>
{
    private const string Messages =
        """
        [Command] public sealed partial record Do : ICommand;
        [Command] public sealed partial record Make : ICommand<int>;
        [Query] public sealed partial record Get : IQuery<int>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        [Event] public readonly partial record struct Moved : IEvent;
        """;

    [Fact]
    public async Task AnEventThatIsSent_Reports() =>
        (await Check(
            Messages,
            """
            class Caller(IDispatcher bus) { Task Run() => bus.[|{|CS0453:SendAsync|}|](new Done()).AsTask(); }
            """))
        .ShouldHaveSingleItem().GetMessage()
        .ShouldBe("Events go to PublishAsync: 'Done' is an event. Call PublishAsync instead of SendAsync.");

    [Theory]
    [InlineData("SendAsync", "new Get()")]
    [InlineData("SendAsync", "new Watch()")]
    [InlineData("SendAsync", "new Done()")]
    [InlineData("SendAsync", "new Moved()")]
    [InlineData("QueryAsync", "new Do()")]
    [InlineData("QueryAsync", "new Make()")]
    [InlineData("QueryAsync", "new Watch()")]
    [InlineData("QueryAsync", "new Done()")]
    [InlineData("StreamAsync", "new Get()")]
    [InlineData("StreamAsync", "new Make()")]
    [InlineData("PublishAsync", "new Do()")]
    [InlineData("PublishAsync", "new Make()")]
    [InlineData("PublishAsync", "new Get()")]
    [InlineData("PublishAsync", "new Watch()")]
    public async Task AMessageInTheMethodOfAnotherKind_Reports(string verb, string message)
    {
        foreach (string bus in (string[])["IDispatcher", "Dispatcher"])
        {
            string source = $"class Caller({bus} bus) {{ void Run() => bus.{verb}({message}); }}";
            var compilation = MarkedProject.Of(new SourceProject("Shop", Messages, source), Id).Compile();

            var reported = await Analysis.Run(compilation, new WrongVerbAnalyzer());

            reported.ShouldHaveSingleItem().Location.SourceSpan.Start
                .ShouldBe(source.IndexOf(verb, StringComparison.Ordinal));
            Analysis.Errors(compilation).ShouldAllBe(error =>
                new WrongVerbFixer().FixableDiagnosticIds.Contains(error.Id));
        }
    }

    [Fact]
    public Task AVerbThatTheBusLacks_Reports() => Check(
        Messages,
        "class Caller(ICommandBus bus) { void Run() => bus.[|{|CS1061:PublishAsync|}|](new Do()); }");

    [Fact]
    public Task TheRightVerb_IsSilent() => Check(
        Messages,
        """
        class Caller(IDispatcher bus, ICommandBus? commands)
        {
            async Task Run()
            {
                await bus.SendAsync(new Do());
                await bus.SendAsync(new Make());
                await bus.QueryAsync(new Get());
                await foreach (int item in bus.StreamAsync(new Watch())) { }
                await bus.PublishAsync(new Done());
                await bus.PublishAsync(new Moved());
                if (commands is not null) await commands.SendAsync(new Do());
            }
        }
        """);

    [Fact]
    public Task TheRightVerbOnABusThatLacksIt_IsSilent() => Check(
        Messages,
        "class Caller(ICommandBus bus) { void Run() => bus.{|CS1061:PublishAsync|}(new Done()); }");

    [Fact]
    public Task AnExtensionOfTheUser_IsSilent() => Check(
        Messages,
        """
        static class Extensions
        {
            public static ValueTask SendAsync(this IDispatcher bus, IEvent message) => bus.PublishAsync(message);
        }
        class Caller(IDispatcher bus) { void Run() => bus.SendAsync(new Done()); }
        """);

    [Fact]
    public Task OthersWithTheSameNames_AreSilent() => Check(
        Messages,
        """
        class Mailer { public void SendAsync(string text) { } }
        class Caller(Mailer mailer) { void Run() => mailer.SendAsync({|CS1503:new Done()|}); }
        """);

    [Fact]
    public Task TheFixCallsTheRightVerb() => CheckFix(
        """
        [Event] public sealed partial record Done : IEvent;

        class Caller(IDispatcher bus)
        {
            async Task Run() => await bus.[|{|CS0453:SendAsync|}|](new Done());
        }
        """,
        """
        [Event] public sealed partial record Done : IEvent;

        class Caller(IDispatcher bus)
        {
            async Task Run() => await bus.PublishAsync(new Done());
        }
        """,
        "Call PublishAsync");

    [Fact]
    public Task TheFixHangsOnTheErrorOfTheCompiler() => CheckFix(
        """
        [Query] public sealed partial record Get : IQuery<int>;

        class Caller(Dispatcher? bus)
        {
            object? Run() => bus?{|CS0453:.[|PublishAsync|]|}(new Get());
        }
        """,
        """
        [Query] public sealed partial record Get : IQuery<int>;

        class Caller(Dispatcher? bus)
        {
            object? Run() => bus?.QueryAsync(new Get());
        }
        """);

    [Fact]
    public Task TheFixDropsTypeArguments() => CheckFix(
        """
        [Event] public readonly partial record struct Moved : IEvent;

        class Caller(IDispatcher bus)
        {
            void Run() => bus.{|CS0315:[|SendAsync|]<Moved, int>|}(new Moved());
        }
        """,
        """
        [Event] public readonly partial record struct Moved : IEvent;

        class Caller(IDispatcher bus)
        {
            void Run() => bus.PublishAsync(new Moved());
        }
        """);

    [Fact]
    public Task FixAllMendsEveryCall() => CheckFixAll(
        [
            """
            [Event] public sealed partial record Done : IEvent;
            class Caller(IDispatcher bus)
            {
                async Task Run()
                {
                    await bus.[|{|CS0453:SendAsync|}|](new Done());
                    await bus.[|{|CS0411:QueryAsync|}|](new Done());
                }
            }
            """,
        ],
        [
            """
            [Event] public sealed partial record Done : IEvent;
            class Caller(IDispatcher bus)
            {
                async Task Run()
                {
                    await bus.PublishAsync(new Done());
                    await bus.PublishAsync(new Done());
                }
            }
            """,
        ]);

    [Fact]
    public Task NoFixIsOfferedWhereTheBusLacksTheVerb() => CheckNoFix(
        """
        [Event] public sealed partial record Done : IEvent;
        class Caller(ICommandBus bus) { void Run() => bus.[|{|CS0453:SendAsync|}|](new Done()); }
        """);

    [Fact]
    public Task NoFixIsOfferedWhereAStreamWouldBeAwaited() => CheckNoFix(
        """
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        class Caller(IDispatcher bus) { async Task Run() => await bus.[|{|CS0411:QueryAsync|}|](new Watch()); }
        """);
}
