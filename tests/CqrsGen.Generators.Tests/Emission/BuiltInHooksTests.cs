namespace CqrsGen.Generators.Tests.Emission;

/// <summary>What the built-in hooks become in generated code.</summary>
public sealed class BuiltInHooksTests
{
    [Theory]
    [InlineData("IAsyncEnumerable<int>", false)]
    [InlineData("Result<IEnumerable<int>>", false)]
    [InlineData("(int, Func<int>)", false)]
    [InlineData("System.IO.FileStream", false)]
    [InlineData("System.Linq.IQueryable<int>", false)]
    [InlineData("System.Collections.IEnumerable", false)]
    [InlineData("Lazy<int>", false)]
    [InlineData("Task<int>", false)]
    [InlineData("object", false)]
    [InlineData("IReadOnlyList<int>", true)]
    [InlineData("List<string>", true)]
    [InlineData("string", true)]
    [InlineData("Result<int>", true)]
    public void ResultsThatMayDoTheirWorkLaterHaveNoLimit(string result, bool expected)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", [$$"""
            [Query] public sealed partial record Ask : IQuery<{{result}}>;

            public sealed class Handler : IQueryHandler<Ask, {{result}}>
            {
                public ValueTask<{{result}}> HandleAsync(Ask query, CancellationToken token) =>
                    throw new TimeoutException();
            }
            """]));

        run.ShouldCompileWithoutWarnings();
        run.File("Ask.g.cs").Contains("middleware.Timeout.Before", StringComparison.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public void MessagesLeaveTheBuiltInHooksByOneSharedMethodAlsoInsideOfOwnHooks()
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", ["""
            [assembly: BuiltInMiddleware(BuiltIn.All & ~BuiltIn.Validation)]

            [Query] public sealed partial record Plain : IQuery<int>;
            [Query] public sealed partial record Checked : IQuery<Result<int>>;
            [Command] public sealed partial record Void : ICommand;

            [Middleware]
            public sealed class Counting
            {
                public void Finally<TMessage>(TMessage message) where TMessage : notnull
                {
                }
            }

            public static class Handlers
            {
                [Handler] public static int Handle(Plain query) => 1;
                [Handler] public static Result<int> Handle(Checked query) => 1;
                [Handler] public static void Handle(Void command)
                {
                }
            }
            """]));

        run.ShouldCompileWithoutWarnings();
        const string Hooks = "Context_Telemetry_Logging_Timeout";
        run.File("Plain.g.cs").ShouldContain($"return {Hooks}_Leave<int>(position, failure, result, Plain_Info,");
        run.File("Checked.g.cs")
            .ShouldContain($"return {Hooks}_Result_Leave<global::CqrsGen.Result<int>>(position, failure, result,");
        run.File("Void.g.cs").ShouldContain($"            {Hooks}_Void_Leave(position, failure, Void_Info,");
        run.File("Plain.g.cs").ShouldNotContain("Logging.Failed");
        run.File("CqrsGen.Routes.g.cs").ShouldContain("Logging.Failed");
    }

    [Fact]
    public void AHookOutsideOfTheTimeoutLeavesWithTheTokenOfTheCaller()
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", ["""
            [Query] public sealed partial record Plain : IQuery<int>;

            [Middleware(Order = -2500)]
            public sealed class Outside
            {
                public void Finally(CancellationToken token)
                {
                }
            }

            [Middleware(Order = 1)]
            public sealed class Inside
            {
                public void Finally(CancellationToken token)
                {
                }
            }

            public static class Handlers
            {
                [Handler] public static int Handle(Plain query, CancellationToken token) => 1;
            }
            """]));

        run.ShouldCompileWithoutWarnings();
        run.File("Plain.g.cs").ShouldContain("middleware.Outside.Finally(callerToken);");
        run.File("Plain.g.cs").ShouldContain("middleware.Inside.Finally(cancellationToken);");
    }
}
