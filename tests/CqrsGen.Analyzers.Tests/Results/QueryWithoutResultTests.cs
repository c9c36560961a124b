using CqrsGen.Analyzers.Results;

namespace CqrsGen.Analyzers.Tests.Results;

public sealed class QueryWithoutResultTests : RuleTests<QueryWithoutResultAnalyzer>
{
    [Fact]
    public Task AQueryForUnit_Reports() => CheckMessage(
        "A query answers with something: the result of 'Touch' is 'Unit', which is nothing. Make it a command, or " +
        "answer with what was asked for.",
        "[Query] public sealed partial record [|Touch|] : IQuery<Unit>;");

    [Theory]
    [InlineData("IQuery<Task>")]
    [InlineData("IQuery<ValueTask>")]
    [InlineData("IStreamQuery<Unit>")]
    public Task AQueryForNothing_Reports(string kind) =>
        Check($"[Query] public sealed partial record [|Touch|] : {kind};");

    [Theory]
    [InlineData("IQuery<int>")]
    [InlineData("IQuery<string?>")]
    [InlineData("IQuery<Result>")]
    [InlineData("IStreamQuery<int>")]
    [InlineData("IQuery<Measures.Unit>")]
    public Task AQueryForSomething_IsSilent(string kind) => Check(
        $$"""
        [Query] public sealed partial record Get : {{kind}};
        [Command] public sealed partial record Cancel : ICommand;
        [Command] public sealed partial record Stated : ICommand<Unit>;
        public static class Measures { public sealed record Unit(string Name); }
        """);
}
