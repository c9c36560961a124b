using CqrsGen.Analyzers.Results;
using CqrsGen.CodeFixes.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class CommandReturnsDataTests : RuleTests<CommandReturnsDataAnalyzer, CommandResultFixer>
{
    private const string Types =
        """
        public sealed record Order(Guid Id, string Name);
        public sealed class Basket { public decimal Total { get; init; } }
        public interface IView { string Name { get; } }
        public struct Point { public double X { get; init; } }
        public sealed record Five(int A, int B, int C, int D, int E);
        public readonly record struct OrderNumber(string Value);
        public sealed class CustomerId { public string Value { get; init; } = ""; }
        [AttributeUsage(AttributeTargets.All)] public sealed class IdentifierAttribute : Attribute;
        [Identifier] public sealed record Slug(string Text);
        public sealed record Placed(Guid Order, string CustomerId, Guid[] Lines);
        public enum Outcome { Done }
        public sealed class ErrorOr<T> { public T? Value { get; init; } }
        public sealed class OneOf<T1, T2> { public T1? First { get; init; } }
        """;

    [Fact]
    public Task ACommandThatAnswersWithARecord_Reports() => CheckMessage(
        "A command answers with identifiers, not with data: 'Place' answers with 'Order'. Answer with the identifier " +
        "and read the data by a query, or make it a query if it changes nothing.",
        Types, "[Command] public sealed partial record [|Place|] : ICommand<Order>;");

    [Theory]
    [InlineData("Basket")]
    [InlineData("IView")]
    [InlineData("Point")]
    [InlineData("Five")]
    [InlineData("Order?")]
    [InlineData("List<Order>")]
    [InlineData("Basket[]")]
    [InlineData("IReadOnlyList<Five>")]
    [InlineData("Result<Order>")]
    [InlineData("Result<IReadOnlyList<Order>>")]
    [InlineData("ErrorOr<Order>")]
    public Task Data_Reports(string result) => Check(
        Types, $"[Command] public sealed partial record [|Place|] : ICommand<{result}>;");

    [Theory]
    [InlineData("Guid")]
    [InlineData("int")]
    [InlineData("long?")]
    [InlineData("OrderNumber")]
    [InlineData("CustomerId")]
    [InlineData("Slug")]
    [InlineData("Placed")]
    [InlineData("Guid[]")]
    [InlineData("IReadOnlyList<CustomerId>")]
    [InlineData("(Guid Order, int Line)")]
    [InlineData("Result")]
    [InlineData("Result<Guid>")]
    [InlineData("Result<Placed>")]
    [InlineData("ErrorOr<Guid>")]
    [InlineData("OneOf<Order, string>")]
    [InlineData("Unit")]
    [InlineData("bool")]
    [InlineData("string")]
    [InlineData("Outcome")]
    [InlineData("DateTimeOffset")]
    [InlineData("Uri")]
    public Task WhatIsNoData_IsSilent(string result) => Check(
        Types, $"[Command] public sealed partial record Place : ICommand<{result}>;");

    [Fact]
    public Task OtherMessages_AreSilent() => Check(
        Types,
        """
        [Query] public sealed partial record Get : IQuery<Order>;
        [Command] public sealed partial record Cancel : ICommand;
        [Command] public sealed partial record Generic<T> : ICommand<T>;
        public interface IOrderCommand : ICommand<Order>;
        """);

    [Fact]
    public Task ABaseClass_ReportsOnce() => Check(
        Types,
        """
        public abstract record [|OrderCommand|] : ICommand<Order>;
        [Command] public sealed partial record Place : OrderCommand;
        """);

    [Fact]
    public Task TheFixMakesAQueryOfIt() => CheckFix(
        """
        public sealed record Order(int Id, string Name);
        [Command] public sealed partial record [|FindOrder|](int Id) : ICommand<Order>;
        public static class Handlers { [Handler] public static Order On(FindOrder command) => new(command.Id, ""); }
        """,
        """
        public sealed record Order(int Id, string Name);
        [Query] public sealed partial record FindOrder(int Id) : IQuery<Order>;
        public static class Handlers { [Handler] public static Order On(FindOrder command) => new(command.Id, ""); }
        """);

    [Theory]
    [InlineData("async ValueTask<$>", "await Task.Yield();", "order", "order.Id")]
    [InlineData("ValueTask<$>", "", "new(order)", "new(order.Id)")]
    [InlineData("ValueTask<$>", "", "ValueTask.FromResult(order)", "ValueTask.FromResult(order.Id)")]
    [InlineData(
        "async ValueTask<$>", "await Task.Yield();", "order with { Name = \"\" }", "(order with { Name = \"\" }).Id")]
    public Task TheFixAnswersWithTheIdentifier(string returns, string first, string before, string after) => CheckFix(
        Placing(returns, "Order", first, before, "[|Place|]", "await commands.SendAsync(new Place());"),
        Placing(returns, "Guid", first, after, "Place", "await commands.SendAsync(new Place());"),
        "Answer with 'Order.Id' alone");

    [Theory]
    [InlineData("new(order)", "var order = await commands.SendAsync(new Place());")]
    [InlineData("new(order)", "return (await commands.SendAsync(new Place())).Name.Length;")]
    [InlineData("Make(order)", "")]
    public async Task AnAnswerThatIsReadStaysAsItIs(string answer, string call)
    {
        using var run = new FixRun(
            MarkedProject.Of(
                new SourceProject("Shop", Placing("ValueTask<$>", "Order", "", answer, "Place", call)), ""),
            [new CommandReturnsDataAnalyzer()],
            new CommandResultFixer());
        var diagnostic = (await run.DiagnosticsAsync()).ShouldHaveSingleItem();

        (await run.ActionsAsync(diagnostic)).ShouldNotContain(static action => action.Title.StartsWith("Answer"));
    }

    private static string Placing(
        string returns, string result, string first, string answer, string command, string call) =>
        $$"""
        public sealed record Order(Guid Id, string Name);

        // Places an order.
        [Command] public sealed partial record {{command}} : ICommand<{{result}}>;

        public sealed class PlaceHandler : ICommandHandler<Place, {{result}}>
        {
            public {{returns.Replace("$", result, StringComparison.Ordinal)}} HandleAsync(
                Place command, CancellationToken token)
            {
                {{first}}
                var order = new Order(Guid.NewGuid(), "new");
                return {{answer}}; // The order.
            }

            private static ValueTask<Order> Make(Order order) => new(order);
        }

        public sealed class Caller(ICommandBus commands)
        {
            public async Task<int> Run() { _ = commands; await Task.Yield(); {{call}} return 1; }
        }
        """;
}
