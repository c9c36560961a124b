namespace CqrsGen.Generators.Tests.Registration;

/// <summary>The routes say who needs a service that must be registered.</summary>
public sealed class NeededServiceTests
{
    private const string Shop =
        """
        public sealed class Stock;
        public sealed class Prices;
        [Command] public sealed partial record A : ICommand;
        [Command] public sealed partial record B : ICommand;
        [Command] public sealed partial record C : ICommand;
        [Command] public sealed partial record D : ICommand;
        public sealed class HandlerOfA(Stock stock, Prices prices) : ICommandHandler<A>
        {
            public ValueTask HandleAsync(A command, CancellationToken cancellationToken) => (stock, prices) is var _
                ? default
                : throw new Exception();
        }
        """;

    [Fact]
    public void EveryConsumerOfAServiceIsNamed() => RoutesOf(
        """
        public static class Handlers
        {
            [Handler] public static void Handle(B command, Stock stock) { }
            [Handler] public static void Handle(C command) { }
            [Handler] public static void Handle(D command) { }
        }
        """)
        .ShouldContain("check.Require(typeof(global::Stock), \"HandlerOfA, Handlers.Handle\");");

    [Fact]
    public void OnlyTheFirstOfManyConsumersAreNamed() => RoutesOf(
        """
        public static class Handlers
        {
            [Handler] public static void First(B command, Stock stock) { }
            [Handler] public static void Second(C command, Stock stock) { }
            [Handler] public static void Third(D command, Stock stock) { }
        }
        """)
        .ShouldContain(
            "check.Require(typeof(global::Stock), \"HandlerOfA, Handlers.First, Handlers.Second and 1 more\");");

    [Fact]
    public void AConsumerThatCanDoWithoutTheServiceIsNotNamed() => RoutesOf(
        """
        public static class Handlers
        {
            [Handler] public static void Handle(B command, Stock? stock) { }
            [Handler] public static void Handle(C command) { }
            [Handler] public static void Handle(D command) { }
        }
        """)
        .ShouldContain("check.Require(typeof(global::Stock), \"HandlerOfA\");");

    private static string RoutesOf(string handlers) => GeneratorRun
        .Of(new SourceProject("Shop", Shop, handlers))
        .ShouldCompileWithoutWarnings()
        .Files.Single(static file => file.HintName == "CqrsGen.Routes.g.cs")
        .SourceText.ToString();
}
