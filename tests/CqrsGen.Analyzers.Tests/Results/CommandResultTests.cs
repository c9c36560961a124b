using CqrsGen.Analyzers.Results;
using CqrsGen.CodeFixes.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class CommandResultTests : RuleTests<CommandResultAnalyzer, CommandResultFixer>
{
    private const string Types =
        """
        public sealed record Order(Guid Id, string Name);
        public readonly record struct OrderNumber(string Value);
        public sealed class CustomerId { public string Value { get; init; } = ""; }
        [AttributeUsage(AttributeTargets.All)] public sealed class IdentifierAttribute : Attribute;
        [Identifier] public sealed record Slug(string Text);
        public sealed record Placed(Guid Order, string CustomerId, Guid[] Lines);
        public enum Outcome { Done }
        public sealed class OneOf<T1, T2> { public T1? First { get; init; } }
        public sealed class ErrorOr<T> { public T? Value { get; init; } }
        public sealed class Nothing;
        public readonly struct Updated;
        public sealed class IdentityResult { public bool Succeeded => true; public List<string> Errors { get; } = []; }
        public class Answer { public bool Success { get; init; } public string? Message { get; init; } }
        public sealed class Answer<T> : Answer { public T? Data { get; init; } }
        public sealed class Paid { public bool Success { get; init; } public decimal Amount { get; init; } }
        """;

    [Fact]
    public Task ACommandThatAnswersWithAFlag_Reports() => CheckMessage(
        "A command answers with nothing, identifiers or a Result: 'Place' answers with 'bool'. Answer with the " +
        "identifier of what it made, with Result where it may fail, or make it a query if it changes nothing.",
        "[Command] public sealed partial record [|Place|] : ICommand<bool>;");

    [Theory]
    [InlineData("string")]
    [InlineData("decimal?")]
    [InlineData("Outcome")]
    [InlineData("DateTimeOffset")]
    [InlineData("Uri")]
    [InlineData("byte[]?[]")]
    [InlineData("List<string>")]
    [InlineData("(Guid Order, string Name)")]
    [InlineData("Result<bool>")]
    [InlineData("Result<IReadOnlyList<DateTime>>")]
    [InlineData("ErrorOr<string>")]
    [InlineData("Nothing")]
    [InlineData("object")]
    [InlineData("Answer<string>")]
    [InlineData("Answer<bool[]>")]
    public Task AnotherValue_Reports(string result) => Check(Types, Command(result, "[|Place|]"));

    [Theory]
    [InlineData("Guid")]
    [InlineData("int")]
    [InlineData("long?")]
    [InlineData("byte[]")]
    [InlineData("OrderNumber")]
    [InlineData("CustomerId")]
    [InlineData("Slug")]
    [InlineData("Placed")]
    [InlineData("EquatableList<OrderNumber>")]
    [InlineData("IReadOnlyList<CustomerId>")]
    [InlineData("(Guid Order, int[] Lines, string CustomerId)")]
    [InlineData("Result")]
    [InlineData("Result<Guid>")]
    [InlineData("Result<Guid[]>")]
    [InlineData("OneOf<Order, string>")]
    [InlineData("Updated")]
    [InlineData("ErrorOr<Updated>")]
    [InlineData("IdentityResult")]
    [InlineData("Answer")]
    [InlineData("Answer<Guid>")]
    [InlineData("Answer<List<int>>")]
    [InlineData("Unit")]
    public Task AnIdentifierOrAResult_IsSilent(string result) => Check(Types, Command(result, "Place"));

    [Theory]
    [InlineData("Order")]
    [InlineData("List<Order>")]
    public Task Data_IsLeftToItsRule(string result) => Check(Types, Command(result, "Place"));

    [Fact]
    public Task OtherMessagesAndCommandsWithoutResult_AreSilent() => Check(
        """
        [Query] public sealed partial record Get : IQuery<bool>;
        [Command] public sealed partial record Cancel : ICommand;
        [Command] public sealed partial record Generic<T> : ICommand<T>;
        public interface IFlagCommand : ICommand<bool>;
        """);

    [Theory]
    [InlineData("OrderCode", "OrderCode")]
    [InlineData("Other, Shop.Codes.OrderCode", "OrderCode")]
    [InlineData("string", "string")]
    [InlineData("String", "List<string>")]
    public Task WhatTheOptionNames_IsAnIdentifier(string option, string result)
    {
        var project = Project(
            """
            namespace Shop.Codes { public sealed class OrderCode { public string Text { get; init; } = ""; } }
            """,
            "using Shop.Codes; " + Command(result, "Place"));
        var options = new Dictionary<string, string> { ["cqrsgen.identifier_types"] = option };
        return Check(project with { EditorConfig = options });
    }

    [Fact]
    public Task TheFixMakesAQueryOfIt() => CheckFix(
        """
        /// <summary>Asks.</summary>
        [Command(TimeoutSeconds = 5)] // Not for long.
        public sealed partial record [|CheckStock|](int Product) : ICommand<bool>;
        [Command] public sealed partial record Other : ICommand;
        public sealed class CheckStockHandler : ICommandHandler<CheckStock, bool>, ICommandHandler<Other>
        {
            public ValueTask<bool> HandleAsync(CheckStock command, CancellationToken token) => new(command.Product > 1);
            public ValueTask HandleAsync(Other command, CancellationToken token) => default;
        }
        public sealed class Caller(IDispatcher bus)
        {
            public async Task<bool> Run()
            {
                await bus.SendAsync(new Other());
                var check = new CheckStock(1);
                return await bus.SendAsync(check) && bus?.SendAsync(new CheckStock(2)) is not null;
            }
        }
        """,
        """
        /// <summary>Asks.</summary>
        [Query(TimeoutSeconds = 5)] // Not for long.
        public sealed partial record CheckStock(int Product) : IQuery<bool>;
        [Command] public sealed partial record Other : ICommand;
        public sealed class CheckStockHandler : IQueryHandler<CheckStock, bool>, ICommandHandler<Other>
        {
            public ValueTask<bool> HandleAsync(CheckStock command, CancellationToken token) => new(command.Product > 1);
            public ValueTask HandleAsync(Other command, CancellationToken token) => default;
        }
        public sealed class Caller(IDispatcher bus)
        {
            public async Task<bool> Run()
            {
                await bus.SendAsync(new Other());
                var check = new CheckStock(1);
                return await bus.QueryAsync(check) && bus?.QueryAsync(new CheckStock(2)) is not null;
            }
        }
        """);

    [Fact]
    public Task FixAllMakesQueriesOfAll() => CheckFixAll(
        [
            "[Command] public sealed partial record [|One|] : ICommand<bool>;",
            "[Command] public sealed partial record [|Two|] : ICommand<string>; " +
            "public static class H { [Handler] public static bool On(One c) => true; " +
            "[Handler] public static string On(Two c) => \"\"; }",
        ],
        [
            "[Query] public sealed partial record One : IQuery<bool>;",
            "[Query] public sealed partial record Two : IQuery<string>; " +
            "public static class H { [Handler] public static bool On(One c) => true; " +
            "[Handler] public static string On(Two c) => \"\"; }",
        ]);

    [Theory]
    [InlineData("public static ValueTask<bool> Run(ICommandBus bus) => bus.SendAsync(new Check());")]
    [InlineData("public static object Run(IDispatcher bus) => bus.SendAllAsync([new Check()]);")]
    [InlineData("public static object Run(IDispatcher bus, List<Check> all) => bus.SendAllAsync(all);")]
    [InlineData("public static ICommand<bool> Make() => new Check();")]
    public Task WhereItMustStayACommand_NoFixIsOffered(string member) => CheckNoFix(
        $"[Command] public sealed partial record [|Check|] : ICommand<bool>; public static class Use {{ {member} }}");

    [Theory]
    [InlineData("[Command] public readonly partial record struct [|Check|] : ICommand<bool>;")]
    [InlineData("public interface IFlag : ICommand<bool>; [Command] public sealed partial record [|Check|] : IFlag;")]
    [InlineData("[CqrsGen.Command] public sealed partial record [|Check|] : ICommand<bool>;")]
    public Task ForWhatIsDeclaredOtherwise_NoFixIsOffered(string command) => CheckNoFix(command);

    private static string Command(string result, string name) =>
        $"[Command] public sealed partial record {name} : ICommand<{result}>;";
}
