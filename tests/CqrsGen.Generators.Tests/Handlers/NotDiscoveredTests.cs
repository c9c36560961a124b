namespace CqrsGen.Generators.Tests.Handlers;

/// <summary>What is marked <c>[NotDiscovered]</c> leaves no trace in what is generated.</summary>
public sealed class NotDiscoveredTests
{
    private const string Shop =
        """
        namespace Shop;

        [Command]
        public sealed partial record Go : ICommand<int>;

        public sealed class GoHandler : ICommandHandler<Go, int>
        {
            public ValueTask<int> HandleAsync(Go command, CancellationToken cancellationToken) => new(1);
        }
        """;

    [Fact]
    public void ASecondHandlerIsLeftOut() => Generated(
        """
        namespace Shop;

        [NotDiscovered]
        public sealed class Fake : ICommandHandler<Go, int>
        {
            public ValueTask<int> HandleAsync(Go command, CancellationToken cancellationToken) => new(2);
        }
        """).ShouldNotContain("Fake");

    [Fact]
    public void MarkedMethodsOfTheClassAreLeftOut() => Generated(
        """
        namespace Shop;

        [CqrsGen.NotDiscovered]
        public static class Fakes
        {
            [Handler] public static int Go(Go command) => 2;
        }
        """).ShouldNotContain("Fake");

    [Fact]
    public void ItMayBePrivateAndMarkedOnAnyOfItsParts() => Generated(
        """
        namespace Shop;

        public static class Tests
        {
            private sealed partial class Fake(int answer) : ICommandHandler<Go, int>
            {
                public ValueTask<int> HandleAsync(Go command, CancellationToken cancellationToken) => new(answer);
            }

            [NotDiscovered]
            private sealed partial class Fake;
        }
        """).ShouldNotContain("Fake");

    [Fact]
    public void ValidatorsAndMiddlewareAreLeftOut() => Generated(
        """
        namespace Shop;

        [NotDiscovered]
        public sealed class FakeValidator : IValidator<Go>
        {
            public ValueTask ValidateAsync(Go message, ValidationErrors errors, CancellationToken cancellationToken) =>
                default;
        }

        [Middleware, NotDiscovered]
        public sealed class FakeMiddleware
        {
            public void Before<TMessage>(TMessage message)
            {
            }
        }
        """).ShouldNotContain("Fake");

    [Fact]
    public void AnAttributeOfTheSameNameMeansNothing() => Generated(
        """
        namespace Shop;

        public sealed class NotDiscoveredAttribute : Attribute;

        [NotDiscovered]
        public sealed class AlwaysValid : IValidator<Go>
        {
            public ValueTask ValidateAsync(Go message, ValidationErrors errors, CancellationToken cancellationToken) =>
                default;
        }
        """).ShouldContain("AlwaysValid");

    private static string Generated(string source)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", Shop, source)).ShouldCompileWithoutWarnings();
        return string.Join('\n', run.Files.Select(static file => file.SourceText.ToString()));
    }
}
