namespace CqrsGen.Generators.Tests.Emission;

/// <summary>What the built-in hooks become in generated code.</summary>
public sealed class BuiltInHooksTests
{
    [Theory]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("Result<IEnumerable<int>>")]
    [InlineData("(int, Func<int>)")]
    [InlineData("Func<bool>[]")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.Linq.IQueryable<int>")]
    [InlineData("System.Linq.IOrderedEnumerable<int>")]
    [InlineData("System.Collections.IEnumerable")]
    [InlineData("System.Threading.Channels.ChannelReader<int>")]
    [InlineData("Lazy<int>")]
    [InlineData("Task<int>")]
    [InlineData("Page")]
    [InlineData("List<Page>")]
    [InlineData("Rows")]
    [InlineData("Table")]
    [InlineData("Cell")]
    public void ResultsThatDoTheirWorkLaterHaveNoLimit(string result)
    {
        string route = RouteOf(result);

        route.ShouldNotContain("middleware.Timeout.Before");
        route.ShouldNotContain("KeepToken");
    }

    [Theory]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("List<string>")]
    [InlineData("int[]")]
    [InlineData("Dictionary<string, Order>")]
    [InlineData("string")]
    [InlineData("Guid?")]
    [InlineData("Result<int>")]
    [InlineData("Order")]
    [InlineData("DayOfWeek")]
    public void FinishedResultsHaveALimit(string result)
    {
        string route = RouteOf(result);

        route.ShouldContain("middleware.Timeout.Before");
        route.ShouldNotContain("KeepToken");
    }

    [Theory]
    [InlineData("object")]
    [InlineData("Dictionary<string, object>")]
    [InlineData("IDisposable")]
    [InlineData("Shape")]
    [InlineData("Bag")]
    [InlineData("Open")]
    [InlineData("List<Open>")]
    [InlineData("Elsewhere.Hidden")]
    [InlineData("Derived")]
    public void ResultsOfWhichNothingIsKnownHaveALimitAndATokenOfTheirOwn(string result)
    {
        string route = RouteOf(result);

        route.ShouldContain("middleware.Timeout.Before");
        route.ShouldContain("timeoutState.KeepToken();");
    }

    [Fact]
    public void ATimeoutForAResultThatDoesItsWorkLaterIsAnError()
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", ["""
            [Query(TimeoutSeconds = 1)] public sealed partial record Ask : IQuery<IEnumerable<int>>;
            """]));

        run.File("Composition").ShouldContain("Ask states TimeoutSeconds, but a");
    }

    private static string RouteOf(string result)
    {
        var elsewhere = new SourceProject("Elsewhere", """
            namespace Elsewhere
            {
                public sealed class Hidden(Func<int> read) { public int Read() => read(); }
                public class Base { private readonly Func<int> _read = () => 1; public int Read() => _read(); }
            }
            """);
        var run = GeneratorRun.Of(new SourceProject("Shop", [$$"""
            [Query] public sealed partial record Ask : IQuery<{{result}}>;

            public sealed class Table(Func<int> read) { public int Read() => read(); }
            public readonly struct Cell(Lazy<int> read) { public int Read() => read.Value; }
            public class Open { public int Value { get; init; } }
            public sealed class Derived : Elsewhere.Base;

            public sealed record Page(IAsyncEnumerable<int> Rows, int Total);
            public sealed record Order(Guid Id, IReadOnlyList<Line> Lines, Order? Previous);
            public sealed record Line(string Sku, decimal Price);
            public sealed record Bag(object Content);
            public abstract record Shape;

            public sealed class Rows : IEnumerable<int>
            {
                public IEnumerator<int> GetEnumerator() => throw new TimeoutException();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }

            public sealed class Handler : IQueryHandler<Ask, {{result}}>
            {
                public ValueTask<{{result}}> HandleAsync(Ask query, CancellationToken token) =>
                    throw new TimeoutException();
            }
            """]).Referencing(elsewhere));
        run.ShouldCompileWithoutWarnings();
        return run.File("Ask.g.cs");
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
            .ShouldContain($"return {Hooks}_Result_Leave<global::CqrsGen.Result<int>>(position, failure, unsuccessful");
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
