namespace CqrsGen.Generators.Tests.Modules;

/// <summary>Middleware that is internal to the module of an event.</summary>
public sealed class InternalMiddlewareTests
{
    private static SourceProject Module => new(
        "Module",
        """
        namespace Shop;

        public static class Log { public static List<string> Lines { get; } = []; }
        [Event] public sealed partial record Placed(string Item) : IEvent;
        public sealed class Listener : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken cancellationToken)
            {
                Log.Lines.Add(@event.Item);
                return default;
            }
        }

        [Middleware(Order = 3)]
        internal sealed class Hidden { public void Before(Placed @event) => Log.Lines.Add("hidden"); }
        """);

    private const string Program =
        """
        public static class Program
        {
            public static async Task<string> Run()
            {
                var services = new ServiceCollection();
                services.AddCqrsGen();
                await using var provider = services.BuildServiceProvider(validateScopes: true);
                await provider.GetRequiredService<IDispatcher>().PublishAsync(new Shop.Placed("tea"));
                return string.Join(' ', Shop.Log.Lines);
            }
        }
        """;

    [Fact]
    public void TheModulesOwnPipelineIsUsedWhereTheHostAddsNothing() =>
        GeneratorRun.Of(new SourceProject("Host", Program).Referencing(Module)).ShouldCompileWithoutWarnings();

    [Theory]
    [InlineData("[Middleware] public sealed class Own { public void Before<T>(T message) where T : IEvent { } }")]
    [InlineData("public static class Own { [Handler] public static void On(IEvent message) { } }")]
    [InlineData("public static class Own { [Handler] public static void On(Shop.Placed message) { } }")]
    [InlineData("[assembly: BuiltInMiddleware(BuiltIn.None)]")]
    public void WhatTheHostAddsHasNoPlace(string source) =>
        GeneratorRun.Of(new SourceProject("Host", source, Program).Referencing(Module)).Output.GetDiagnostics()
            .Where(CompilerReport.IsAtLeastWarning).ShouldHaveSingleItem().GetMessage().ShouldContain(
                "CQG3003: Shop.Placed has internal middleware in Module, and listeners or other middleware outside it");

    [Theory]
    [InlineData("")]
    [InlineData("public static class Own { [Handler] public static void On(IEvent message) { } }")]
    [InlineData("public static class Own { [Handler] public static void On(Shop.Placed message) { } }")]
    public async Task PublicMiddlewareOfTheModuleRunsWhoeverListens(string listener)
    {
        string[] sources = [.. Module.Sources.Select(static source =>
            source.Replace("internal sealed class Hidden", "public sealed class Hidden", StringComparison.Ordinal))];
        var module = Module with { Sources = sources };
        var run = GeneratorRun.Of(new SourceProject("Host", listener, Program).Referencing(module))
            .ShouldCompileWithoutWarnings();
        using var program = run.Load();

        (await program.CallAsync("Program", "Run")).ShouldBe("hidden tea");
    }
}
