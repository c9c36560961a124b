using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class MessageWithoutHandlerTests : RuleTests<MessageWithoutHandlerAnalyzer, MessageWithoutHandlerFixer>
{
    private const string Composes =
        "static class Startup { static void Add(IServiceCollection services) => services.AddCqrsGen(); }";

    private const string Messages =
        """
        [Command] public sealed partial record Do : ICommand;
        [Command] public sealed partial record Make : ICommand<int>;
        [Query] public sealed partial record Get : IQuery<int>;
        [Query] public sealed partial record Watch : IStreamQuery<int>;
        [Event] public sealed partial record Done : IEvent;
        [Command] public readonly partial record struct Move : ICommand<int>;
        """;

    private static readonly SourceProject s_contracts = new(
        "Shop.Contracts",
        "namespace Shop.Contracts; [Command] public sealed partial record Pay : ICommand;");

    private static readonly SourceProject s_billing = new SourceProject(
        "Shop.Billing",
        """
        namespace Shop.Billing;
        [Command] public sealed partial record Bill : ICommand<int>;
        [Command] public sealed partial record Forgotten : ICommand<int>;
        internal sealed class BillHandler : ICommandHandler<Bill, int>
        {
            public ValueTask<int> HandleAsync(Bill command, CancellationToken cancellationToken) => default;
        }
        internal static class Payments
        {
            [Handler] internal static void Pay(Contracts.Pay command) { }
        }
        """).Referencing(s_contracts);

    [Fact]
    public async Task ACommandWithoutHandler_Reports() =>
        (await Check(
            Messages,
            Composes,
            "class Caller(ICommandBus bus) { async Task Run() => await bus.SendAsync([|new Do()|]); }"))
        .ShouldHaveSingleItem().GetMessage().ShouldBe(
            "A message that is sent has a handler: no handler of the command 'Do' is in this assembly or the modules " +
            "that it references. Write one, or reference the module that has it.");

    [Fact]
    public async Task AClosedGenericIsNamedWithItsTypeArguments() =>
        (await Check(
            "[Query] public sealed record Get<T>(T Key) : IQuery<int>;",
            Composes,
            "class Caller(IQueryBus bus) { async Task Run() => await bus.QueryAsync([|new Get<string>(\"a\")|]); }"))
        .ShouldHaveSingleItem().GetMessage().ShouldContain("no handler of the query 'Get<string>' is in");

    [Fact]
    public Task EveryKindThroughEveryBus_Reports() => Check(
        Messages,
        Composes,
        """
        class Caller(IDispatcher bus, Dispatcher dispatcher, IQueryBus queries, Get get, Move move)
        {
            async Task Run()
            {
                await bus.SendAsync([|new Make()|]);
                await dispatcher.QueryAsync([|get|]);
                await queries.QueryAsync(cancellationToken: default, query: [|get|]).{|CS1061:Wrong|}();
                bus.StreamAsync([|new Watch()|]);
                await bus.SendAsync<Move, int>([|move|]);
                await bus.SendAsync<int>([|move|]);
            }
        }
        """.Replace(".{|CS1061:Wrong|}()", "", StringComparison.Ordinal)
        .Replace("query: [|get|]", "[|query: get|]", StringComparison.Ordinal));

    [Fact]
    public Task APublicMessageInALibrary_IsSilent() => Check(
        Messages,
        "class Caller(ICommandBus bus) { async Task Run() => await bus.SendAsync(new Do()); }");

    [Fact]
    public Task AnInternalMessageInALibrary_Reports() => Check(
        """
        [Command] internal sealed partial record Do : ICommand;
        public static partial class Outer
        {
            [Command] internal sealed partial record Do : ICommand;
        }
        class Caller(ICommandBus bus)
        {
            async Task Run()
            {
                await bus.SendAsync([|new Do()|]);
                await bus.SendAsync([|new Outer.Do()|]);
            }
        }
        """);

    [Fact]
    public Task AHandledMessage_IsSilent() => Check(
        Messages,
        Composes,
        """
        class DoHandler : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        class Caller(IDispatcher bus)
        {
            async Task Run()
            {
                await bus.SendAsync(new Do());
                await bus.QueryAsync(new Get());
                await bus.PublishAsync(new Done());
            }
            [Handler] public static int Get(Get query) => 1;
        }
        """);

    [Fact]
    public Task AMessageOfAnUnknownType_IsSilent() => Check(
        """
        public abstract record OrderCommand : ICommand;
        public record Open : ICommand;
        public sealed record Closed : Open;
        """,
        Composes,
        """
        class Caller(IDispatcher bus, OrderCommand order, ICommand<int> command, Open open)
        {
            async Task Run<T>(T query) where T : IQuery<int>
            {
                await bus.SendAsync(order);
                await bus.SendAsync(command);
                await bus.SendAsync(open);
                await bus.QueryAsync(query);
            }
            [Handler] public static void On(Closed command) { }
        }
        """);

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public Task MessagesOfModules_ReportOnlyWhereNoModuleHandlesThem(ReferenceKind kind) => Check(
        new SourceProject(
            "Shop.Host",
            Composes,
            """
            class Caller(ICommandBus bus)
            {
                async Task Run()
                {
                    await bus.SendAsync(new Shop.Billing.Bill());
                    await bus.SendAsync(new Shop.Contracts.Pay());
                    await bus.SendAsync([|new Shop.Billing.Forgotten()|]);
                }
            }
            """).Referencing(kind, s_billing, s_contracts));

    [Fact]
    public Task MessagesOfModulesInALibrary_AreSilent() => Check(
        new SourceProject(
            "Shop.Library",
            """
            class Caller(ICommandBus bus)
            {
                ValueTask<int> Run() => bus.SendAsync(new Shop.Billing.Forgotten());
            }
            """).Referencing(s_billing, s_contracts));

    [Fact]
    public Task OthersWithTheSameNames_AreSilent() => Check(
        Messages,
        Composes,
        """
        class Mailer { public void SendAsync(Do command) { } }
        class Caller(Mailer mailer) { void Run() => mailer.SendAsync(new Do()); }
        """);

    [Fact]
    public Task TheFixWritesAHandlerBehindTheMessage() => CheckFix(
        """
        namespace Shop;

        /// <summary>Places an order.</summary>
        [Command] internal sealed partial record PlaceOrder(int Customer) : ICommand<Guid>;

        class Caller(ICommandBus bus)
        {
            ValueTask<Guid> Run() => bus.SendAsync([|new PlaceOrder(1)|]);
        }
        """,
        """
        namespace Shop;

        /// <summary>Places an order.</summary>
        [Command] internal sealed partial record PlaceOrder(int Customer) : ICommand<Guid>;

        internal sealed class PlaceOrderHandler : ICommandHandler<PlaceOrder, Guid>
        {
            public ValueTask<Guid> HandleAsync(PlaceOrder command, CancellationToken cancellationToken)
            {
                throw new NotImplementedException();
            }
        }

        class Caller(ICommandBus bus)
        {
            ValueTask<Guid> Run() => bus.SendAsync(new PlaceOrder(1));
        }
        """,
        "Write 'PlaceOrderHandler'");

    [Fact]
    public Task TheFixFindsANameThatIsFree() => CheckFix(
        """
        class DoHandler;
        [Command] internal sealed partial record Do : ICommand;
        class Caller(ICommandBus bus)
        {
            ValueTask Run() => bus.SendAsync([|new Do()|]);
        }
        """,
        """
        class DoHandler;
        [Command] internal sealed partial record Do : ICommand;

        internal sealed class DoHandler2 : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken)
            {
                throw new NotImplementedException();
            }
        }

        class Caller(ICommandBus bus)
        {
            ValueTask Run() => bus.SendAsync(new Do());
        }
        """);

    [Fact]
    public Task TheFixWritesAHandlerOfANestedStreamQuery() => CheckFix(
        """
        static partial class Orders
        {
            [Query] internal sealed partial record Watch : IStreamQuery<string?>;

            static void Run(IQueryBus bus) => bus.StreamAsync([|new Watch()|]);
        }
        """,
        """
        static partial class Orders
        {
            [Query] internal sealed partial record Watch : IStreamQuery<string?>;

            static void Run(IQueryBus bus) => bus.StreamAsync(new Watch());
        }

        internal sealed class OrdersWatchHandler : IStreamQueryHandler<Orders.Watch, string?>
        {
            public IAsyncEnumerable<string?> HandleAsync(Orders.Watch query, CancellationToken cancellationToken)
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Fact]
    public Task FixAllWritesOneHandlerPerMessage() => CheckFixAll(
        [
            """
            class Caller(ICommandBus bus)
            {
                ValueTask A() => bus.SendAsync([|new Do()|]);
                ValueTask B() => bus.SendAsync([|new Do()|]);
            }
            """,
            "[Command] internal sealed partial record Do : ICommand;",
        ],
        [
            """
            class Caller(ICommandBus bus)
            {
                ValueTask A() => bus.SendAsync(new Do());
                ValueTask B() => bus.SendAsync(new Do());
            }
            """,
            """
            [Command] internal sealed partial record Do : ICommand;

            internal sealed class DoHandler : ICommandHandler<Do>
            {
                public ValueTask HandleAsync(Do command, CancellationToken cancellationToken)
                {
                    throw new NotImplementedException();
                }
            }
            """,
        ]);

    [Theory]
    [InlineData(
        "public sealed class H { public Task HandleAsync(Do command) => Task.CompletedTask; }",
        "'H.HandleAsync' takes it but is no handler. Mark the method [Handler], or implement ICommandHandler<Do>.")]
    [InlineData(
        "public static class Orders { public static void Do(Do command) { } }",
        "'Orders.Do' takes it but is no handler. Mark the method [Handler], or implement ICommandHandler<Do>.")]
    [InlineData(
        "[NotDiscovered] public sealed class H : ICommandHandler<Do> { " +
        "public ValueTask HandleAsync(Do command, CancellationToken token) => default; }",
        "'H' would handle it but is marked [NotDiscovered]. Remove that, or write a handler.")]
    [InlineData(
        "public abstract class H : ICommandHandler<Do> { " +
        "public ValueTask HandleAsync(Do command, CancellationToken token) => default; }",
        "'H' would handle it but is abstract. Derive a class that is not, or make it one.")]
    [InlineData(
        "public abstract class Base<T> : ICommandHandler<T> where T : ICommand { " +
        "public abstract ValueTask HandleAsync(T command, CancellationToken token); } " +
        "public sealed class H : Base<Do> { " +
        "public override ValueTask HandleAsync(Do command, CancellationToken token) => default; }",
        "'H' would handle it but has its interface through a supertype alone. Mark it [Handler].")]
    public async Task WhatWasMeantToHandleIt_IsNamed(string near, string text) =>
        (await Check(
            Composes,
            Messages,
            near,
            """
            public class C
            {
                public static async Task Run(ICommandBus bus) => await bus.SendAsync([|new Do()|]);
            }
            """)).ShouldHaveSingleItem().GetMessage().ShouldEndWith(text);
}
