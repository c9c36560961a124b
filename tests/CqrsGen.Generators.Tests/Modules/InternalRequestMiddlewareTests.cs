namespace CqrsGen.Generators.Tests.Modules;

/// <summary>Middleware that is internal to the module of a command or query: the host's goes around it.</summary>
public sealed class InternalRequestMiddlewareTests
{
    private static SourceProject Module => new(
        "Module",
        """
        namespace Shop;

        public static class Log { public static List<string> Lines { get; } = []; }
        [Command] public sealed partial record Place(string Item) : ICommand<int>;
        [Query] public sealed partial record Items : IStreamQuery<string>;

        internal sealed class PlaceHandler : ICommandHandler<Place, int>
        {
            public async ValueTask<int> HandleAsync(Place command, CancellationToken cancellationToken)
            {
                await Task.Yield();
                Log.Lines.Add("handler");
                return 1;
            }
        }

        internal static class Queries
        {
            [Handler] public static async IAsyncEnumerable<string> Handle(Items query)
            {
                await Task.Yield();
                Log.Lines.Add("handler");
                yield return "tea";
            }
        }

        [Middleware(Order = 30)]
        internal sealed class Hidden
        {
            public void Before(MessageContext context) => Log.Lines.Add("hidden " + context.MessageId);
            public void Finally() => Log.Lines.Add("hidden left");
        }

        [Middleware(Order = 40)]
        public sealed class Shown { public void Before() => Log.Lines.Add("shown"); }
        """);

    private const string Host =
        """
        [Middleware(Order = 10)]
        public sealed class Timing
        {
            public void Before(MessageContext context) => Shop.Log.Lines.Add("host " + context.MessageId);
            public void Finally(MessageContext context) => Shop.Log.Lines.Add("host left " + context.MessageId);
        }
        """;

    private const string Program =
        """
        public static class Program
        {
            public static async Task<string> Run()
            {
                var services = new ServiceCollection();
                services.AddCqrsGen();
                await using var provider = services.BuildServiceProvider(validateScopes: true);
                var bus = provider.GetRequiredService<IDispatcher>();
                await bus.SendAsync(new Shop.Place("tea"));
                await foreach (var item in bus.StreamAsync(new Shop.Items()))
                {
                }

                var lines = Shop.Log.Lines.ToList();
                Shop.Log.Lines.Clear();
                return string.Join('|', lines);
            }
        }
        """;

    [Fact]
    public async Task TheHostsMiddlewareSeesTheContextOfTheMessage()
    {
        string[] lines = await LinesOf(Host);

        lines.Length.ShouldBe(12);
        foreach (var dispatch in lines.Chunk(6))
        {
            string id = dispatch[0]["host ".Length..];
            dispatch.ShouldBe(
                [$"host {id}", $"hidden {id}", "shown", "handler", "hidden left", $"host left {id}"]);
        }
    }

    [Fact]
    public async Task WithoutMiddlewareOfTheHostThePipelineIsTheModules()
    {
        string[] lines = await LinesOf("");

        lines.Length.ShouldBe(8);
        lines[1..4].ShouldBe(["shown", "handler", "hidden left"]);
    }

    [Fact]
    public async Task BuiltInsThatTheHostSwitchesOffAreOff()
    {
        string[] lines = await LinesOf("[assembly: BuiltInMiddleware(BuiltIn.None)]");

        lines.Length.ShouldBe(8);
        lines[1..4].ShouldBe(["shown", "handler", "hidden left"]);
    }

    [Fact]
    public void BuiltInsInsideOfInternalMiddlewareCannotBeSwitchedOff()
    {
        var early = Module with
        {
            Sources = [.. Module.Sources.Select(static source =>
                source.Replace("Order = 30", "Order = -3500", StringComparison.Ordinal))],
        };
        const string Host = "[assembly: BuiltInMiddleware(BuiltIn.All & ~BuiltIn.Logging)]";

        GeneratorRun.Of(new SourceProject("Host", Program).Referencing(early)).ShouldCompileWithoutWarnings();
        GeneratorRun.Of(new SourceProject("Host", Host, Program).Referencing(early)).Output.GetDiagnostics()
            .Where(CompilerReport.IsAtLeastWarning)
            .ShouldContain(static found => found.GetMessage(null).Contains(
                "Shop.Place keeps LoggingMiddleware, which this project switches off", StringComparison.Ordinal));
    }

    private static async Task<string[]> LinesOf(string host)
    {
        var run = GeneratorRun.Of(new SourceProject("Host", host, Program).Referencing(Module));
        run.ShouldCompileWithoutWarnings();
        using var program = run.Load();
        return ((string)(await program.CallAsync("Program", "Run"))!).Split('|');
    }
}
