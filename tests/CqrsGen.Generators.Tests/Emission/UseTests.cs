namespace CqrsGen.Generators.Tests.Emission;

/// <summary>Wherever <c>[Use]</c> may stand, it puts the middleware into the pipelines.</summary>
public sealed class UseTests
{
    private const string Named =
        """
        namespace Shop;

        [Middleware(Scope = MiddlewareScope.Explicit)]
        public sealed class Guard { public void Before<TMessage>(TMessage message) { } }
        [Event] public partial record Happened : IEvent;
        [Event] public sealed partial record Placed : Happened;
        [Command] public sealed partial record Go : ICommand;
        """;

    [Theory]
    [InlineData("[Use<Guard>] public static class H { [Handler] public static void On(Go command) { } }", "Go")]
    [InlineData("public static class H { [Handler, Use<Guard>] public static void On(Go command) { } }", "Go")]
    [InlineData("public static class H { [Handler, Use<Guard>] public static void On(IEvent e) { } }", "Placed")]
    [InlineData("public static class H { [Handler, Use<Guard>] public static void On(Happened e) { } }", "Placed")]
    [InlineData(
        "[Command(Name = \"put\"), Use<Guard>] public sealed partial record Put<T>(T Value) : ICommand; " +
        "public static class H { [Handler] public static void On(Put<int> command) { } }",
        "put[int]")]
    public void TheMiddlewareStandsAround(string source, string wireName)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", Named, "namespace Shop;\n" + source))
            .ShouldCompileWithoutWarnings();

        run.Files.Select(static file => file.SourceText.ToString()).ShouldContain(text =>
            text.Contains("Guard.Before", StringComparison.Ordinal)
            && text.Contains($"\"{wireName}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatAListenerOfAnotherModuleNamesStandsAround()
    {
        var contracts = new SourceProject(
            "Contracts", "namespace Shop; [Event] public sealed partial record Placed : IEvent;");
        var module = new SourceProject(
            "Module",
            """
            namespace Shop;

            [Middleware]
            public sealed class Guard { public void Before<TMessage>(TMessage message) where TMessage : IEvent { } }
            public static class H { [Handler, Use<Guard>] public static void On(IEvent e) { } }
            """).Referencing(contracts);
        var run = GeneratorRun.Of(new SourceProject(
            "Host",
            "public static class P { public static void Run(IServiceCollection s) => s.AddCqrsGen(); }")
            .Referencing(contracts, module)).ShouldCompileWithoutWarnings();

        run.Files.ShouldContain(static file => file.SourceText.ToString().Contains("Guard"));
    }
}
