namespace CqrsGen.Generators.Tests.Fuzz;

/// <summary>What random changes brought to light: code that compiles and that the generator must refuse.</summary>
public sealed class FoundByFuzzingTests
{
    [Theory]
    [InlineData("[State] int started", "takes [State] int, but Before returns long")]
    [InlineData("[State] MessageInfo started", "takes [State] MessageInfo, but Before returns long")]
    public void AStateOfAnotherTypeThanBeforeReturnsIsReported(string parameter, string why) =>
        Reported(ShopSources.Middleware.Replace(
            "Exception exception, [State] long started", $"Exception exception, {parameter}", StringComparison.Ordinal))
            .ShouldContain(why);

    [Fact]
    public void AStateMayBeTakenAsItsBaseType() =>
        GeneratorRun.Of(new SourceProject("Shop", ShopSources.Messages, ShopSources.Handlers, ShopSources.Middleware
            .Replace("[State] long started", "[State] object started", StringComparison.Ordinal), ShopSources.Host))
            .ShouldCompileWithoutWarnings();

    [Fact]
    public void AHandlerThatAnswersAnEventIsReportedEvenWhereTheInterfaceIsMissing() =>
        Reported(ShopSources.Messages.Replace(
            "[Command]\npublic sealed partial record Completed", "[Event]\npublic sealed partial record Completed",
            StringComparison.Ordinal))
            .ShouldContain("Complete");

    [Theory]
    [InlineData("message")]
    [InlineData("messageService")]
    [InlineData("token")]
    [InlineData("cancellationToken")]
    [InlineData("handlers")]
    [InlineData("handler")]
    [InlineData("dispatcher")]
    [InlineData("composition")]
    [InlineData("@class")]
    public void ADependencyMayHaveAnyName(string name) =>
        GeneratorRun.Of(new SourceProject(
            "Shop",
            $$"""
            public interface IOrders;

            [Command]
            public sealed partial record Go(int Id) : ICommand<int>;

            public sealed class One
            {
                [Handler]
                public int Handle(Go command, IOrders {{name}}, CancellationToken stop, IOrders message2) => 1;
            }

            [Query]
            public sealed partial record Ask : IQuery<int>;

            public sealed class Two(IOrders {{name}}) : IQueryHandler<Ask, int>
            {
                public ValueTask<int> HandleAsync(Ask query, CancellationToken stop) =>
                    new({{name}}.GetHashCode());
            }
            """))
            .ShouldCompileWithoutWarnings();

    private static string Reported(string changed)
    {
        string[] sources = changed.Contains("[Middleware", StringComparison.Ordinal)
            ? [ShopSources.Messages, ShopSources.Handlers, changed, ShopSources.Host]
            : [changed, ShopSources.Handlers, ShopSources.Middleware, ShopSources.Host];
        var run = GeneratorRun.Of(new SourceProject("Shop", sources)).ShouldCompileOrReport();
        return string.Join('\n', run.Files
            .SelectMany(static file => file.SourceText.Lines)
            .Select(static line => line.ToString())
            .Where(static line => line.StartsWith("#error", StringComparison.Ordinal)));
    }
}
