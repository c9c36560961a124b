using CqrsGen.Generators.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Tests.Modules;

/// <summary>Applications of several assemblies.</summary>
public sealed class ModuleTests
{
    private const string Compose =
        "public static class P { public static void Run(IServiceCollection s) => s.AddCqrsGen(); }";

    private const string Registration =
        """
        namespace Shop.Orders;

        public static class Registration
        {
            public static IServiceCollection AddOrders(IServiceCollection services) => services.AddCqrsGen();
        }
        """;

    private const string AskingBoth =
        """
        public static class Program
        {
            public static async Task<string> Run()
            {
                var services = new ServiceCollection();
                services.AddCqrsGen();
                await using var provider = services.BuildServiceProvider(validateScopes: true);
                var bus = provider.GetRequiredService<IDispatcher>();
                return await A.Ask.StatusAsync(bus) + await B.Ask.StatusAsync(bus);
            }
        }
        """;

    private const string Damaged = "has a manifest that CqrsGen cannot read. Build it again";

    private const string Served = "placed tea; plainly placed tea; item";

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public async Task InternalHandlersServeMessagesOfAContractsOnlyAssembly(ReferenceKind kind)
    {
        var orders = Shops.Orders.Referencing(kind, Shops.Contracts);
        (await RunAsync(new SourceProject("Host", Shops.Use).Referencing(kind, orders)))
            .ShouldBe("orders heard tea; " + Served);
    }

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public async Task EventsReachTheListenersOfEveryModuleOfADiamond(ReferenceKind kind)
    {
        var orders = Shops.Orders.Referencing(kind, Shops.Contracts);
        var audit = Shops.Audit.Referencing(kind, Shops.Contracts);
        (await RunAsync(new SourceProject("Host", Shops.Use).Referencing(kind, orders, audit)))
            .ShouldBe("audit heard Placed; orders heard tea; " + Served);
    }

    [Fact]
    public async Task TheHostsMiddlewareStandsAroundTheModules()
    {
        const string Hook =
            """
            [Middleware(Order = 5)]
            public sealed class HostHook
            {
                public void Before<TMessage>(TMessage message) where TMessage : ICommand<string> =>
                    Shop.Log.Lines.Add("before " + typeof(TMessage).Name);
            }
            """;
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        (await RunAsync(new SourceProject("Host", Shops.Use, Hook).Referencing(orders)))
            .ShouldBe("before Place; orders heard tea; before PlainPlace; " + Served);
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public async Task AModulesOwnMiddlewareStaysWithItAndInsideTheHosts(string access)
    {
        string module =
            $$"""
            namespace Shop.Orders;

            [Middleware(Order = 9)]
            {{access}} sealed class ModuleHook
            {
                public void Before<TMessage>(TMessage message) where TMessage : ICommand<string> =>
                    Log.Lines.Add("module " + typeof(TMessage).Name);
            }
            """;
        const string Host =
            """
            [Command] public sealed partial record Own : ICommand<string>;
            public static class Handlers { [Handler] public static string Handle(Own command) => ""; }

            [Middleware(Order = 5)]
            public sealed class HostHook
            {
                public void Before<TMessage>(TMessage message) where TMessage : ICommand<string> =>
                    Shop.Log.Lines.Add("host " + typeof(TMessage).Name);
            }
            """;
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        orders = orders with { Sources = [.. orders.Sources, module] };
        string use = Shops.Use.Replace(
            "return string", "await bus.SendAsync(new Own());\n        return string", StringComparison.Ordinal);
        (await RunAsync(new SourceProject("Host", use, Host).Referencing(orders))).ShouldBe(
            "host Place; module Place; orders heard tea; host PlainPlace; module PlainPlace; host Own; " + Served);
    }

    [Fact]
    public async Task MiddlewareOfTheApplicationScopeAppliesWhereItIsReferenced()
    {
        var shared = new SourceProject(
            "Shop.Shared",
            """
            namespace Shop.Shared;

            [Middleware(Order = 5, Scope = MiddlewareScope.Application)]
            public sealed class SharedHook
            {
                public void Before<TMessage>(TMessage message) where TMessage : ICommand<string> =>
                    Log.Lines.Add("shared " + typeof(TMessage).Name);
            }
            """).Referencing(Shops.Contracts);
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        (await RunAsync(new SourceProject("Host", Shops.Use).Referencing(orders, shared)))
            .ShouldBe("shared Place; orders heard tea; shared PlainPlace; " + Served);
    }

    [Fact]
    public async Task ALibraryMayComposeItselfBesideItsHost()
    {
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        orders = orders with { Sources = [.. orders.Sources, Registration] };
        foreach (string calls in new[]
        {
            "Shop.Orders.Registration.AddOrders(services); services.AddCqrsGen(); services.AddCqrsGen();",
            "services.AddCqrsGen(); Shop.Orders.Registration.AddOrders(services);",
        })
        {
            string use = Shops.Use.Replace("services.AddCqrsGen();", calls, StringComparison.Ordinal);
            (await RunAsync(new SourceProject("Host", use)
                .Referencing(orders, Shops.Audit.Referencing(Shops.Contracts))))
                .ShouldBe("audit heard Placed; orders heard tea; " + Served);
        }
    }

    [Fact]
    public async Task EqualTypeNamesInTwoModulesAreTwoMessages()
    {
        var host = new SourceProject("Host", AskingBoth).Referencing(WithStatus("A"), WithStatus("B"));
        (await RunAsync(host)).ShouldBe("AB");
    }

    [Fact]
    public async Task AMessageOfAModuleWithTheNameOfOneOfTheHostIsAnother()
    {
        string[] sources = [AskingBoth.Replace("B.", "Host.", StringComparison.Ordinal), .. WithStatus("Host").Sources];
        var run = GeneratorRun.Of(new SourceProject("Host", sources).Referencing(WithStatus("A"))).ShouldNotThrow();
        run.Output.GetDiagnostics()
            .Where(static found => found.Severity >= DiagnosticSeverity.Warning)
            .ShouldAllBe(static found => found.Id == "CS0436"); // The compiler's own remark on the two types.

        using var program = run.Load();
        (await program.CallAsync("Program", "Run")).ShouldBe("AHost");
    }

    [Fact]
    public async Task ContainersOfSeveralPlansNeverMeet()
    {
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        orders = orders with { Sources = [.. orders.Sources, Registration] };
        const string Host =
            """
            public static class Program
            {
                public static async Task<string> Run()
                {
                    var services = Shop.Orders.Registration.AddOrders(new ServiceCollection());
                    await using var alone = services.BuildServiceProvider();
                    await using var whole = new ServiceCollection().AddCqrsGen().BuildServiceProvider();
                    await alone.GetRequiredService<IDispatcher>().SendAsync(new Shop.Place("one"));
                    await whole.GetRequiredService<IDispatcher>().SendAsync(new Shop.Place("two"));
                    await alone.GetRequiredService<IDispatcher>().SendAsync(new Shop.Place("three"));
                    return string.Join("; ", Shop.Log.Lines);
                }
            }
            """;
        (await RunAsync(new SourceProject("Host", Host).Referencing(orders, Shops.Audit.Referencing(Shops.Contracts))))
            .ShouldBe("orders heard one; audit heard Placed; orders heard two; orders heard three");
    }

    [Fact]
    public async Task ATestProjectThatSeesInternalsComposesItself()
    {
        var orders = Shops.Orders.Referencing(Shops.Contracts);
        orders = orders with
        {
            Sources = [.. orders.Sources, """
                [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop.Orders.Tests")]
                namespace Shop.Orders;
                [Command] internal sealed partial record Hidden : ICommand<string>;
                internal static class HiddenHandler
                {
                    [Handler] public static string Handle(Hidden command) => "hidden";
                }
                internal static class Startup
                {
                    public static void Add(IServiceCollection services) => services.AddCqrsGen();
                }
                """],
        };
        string use = Shops.Use.Replace(
            "return string",
            "lines.Add(await bus.SendAsync(new Shop.Orders.Hidden()));\n        return string",
            StringComparison.Ordinal);
        (await RunAsync(new SourceProject("Shop.Orders.Tests", use).Referencing(orders)))
            .ShouldBe("orders heard tea; " + Served + "; hidden");
    }

    [Fact]
    public async Task AMessageWhoseModuleIsAbsentSaysSo()
    {
        var exception = await Should.ThrowAsync<HandlerNotFoundException>(() =>
            RunAsync(new SourceProject("Host", Shops.Use).Referencing(Shops.Contracts)));
        exception.Message.ShouldContain("Place");
    }

    [Fact]
    public void TwoHandlersInTwoModulesAreAnError()
    {
        var one = Shops.Orders.Referencing(Shops.Contracts);
        var two = one with { Name = "Shop.OtherOrders" };
        Errors(new SourceProject("Host", Shops.Use).Referencing(one, two))
            .ShouldContain(static error =>
                error.Contains("CQG3002") && error.Contains("Shop.Place") && error.Contains("Shop.OtherOrders"));
    }

    [Fact]
    public void HandlersInAModuleAndInTheHostAreBothNamed()
    {
        var orders = new SourceProject(
            "Orders",
            """
            namespace Orders;
            [Command] public sealed partial record Place : ICommand<int>;
            internal static class Placing { [Handler] public static int Handle(Place command) => 1; }
            """);
        const string Second = "static class Again { [Handler] public static int Handle(Orders.Place command) => 2; }";
        Errors(new SourceProject("Host", Compose, Second).Referencing(orders)).ShouldHaveSingleItem().ShouldContain(
            "CQG3002: Orders.Place has several handlers: Orders.Placing.Handle in Orders, Again.Handle in Host. " +
            "Leave one.");
    }

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public void AModuleThatIsReferencedByAnAliasOnlyIsAnErrorAndTheOnlyOne(ReferenceKind kind)
    {
        var (host, hidden) = WithAlias(kind, "hidden");
        Problems(host, hidden).ShouldHaveSingleItem().ShouldBe(
            "#error: 'CQG3003: A is referenced by the alias hidden only, so generated code cannot name it. " +
            "Give the reference the alias global too: Aliases=\"global,hidden\".'");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AModuleThatIsReferencedByAnAliasAndGloballyIsComposed(bool isTwice)
    {
        var (host, hidden) = isTwice
            ? WithAlias(ReferenceKind.Metadata, "hidden")
            : WithAlias(ReferenceKind.Metadata, "hidden", "global");
        var run = host.After(Edit.Of("references", compilation => compilation
            .AddReferences(isTwice ? [hidden, hidden.WithAliases([])] : [hidden]))).ShouldNotThrow();

        run.Output.GetDiagnostics().Where(CompilerReport.IsAtLeastWarning).ShouldBeEmpty();
        run.File("Composition").ShouldContain("A_Routes");
    }

    [Fact]
    public void EqualWireNamesInTwoModulesAreAnError()
    {
        static SourceProject Module(string name) => new(
            name, $"namespace {name} {{ [Query] public sealed partial record Status : IQuery<string>; }}");
        Errors(new SourceProject("Host", Compose).Referencing(Module("A"), Module("B")))
            .ShouldContain(static error =>
                error.Contains("CQG3019") && error.Contains("A.Status") && error.Contains("B.Status"));
    }

    [Fact]
    public void EqualTypeNamesThatTheHostMustNameAreAnErrorAndTheOnlyOne()
    {
        static SourceProject Module(string name) => new(
            name,
            $$"""
            [Query(Name = "{{name}}")] public sealed partial record Status : IQuery<string>;
            internal static class Handlers { [Handler] public static string Handle(Status query) => "{{name}}"; }
            """);
        const string Hook =
            "[Middleware(Order = 1)] public sealed class Hook { public void Before<TMessage>(TMessage message) { } }";
        Errors(new SourceProject("Host", Compose, Hook).Referencing(Module("A"), Module("B")))
            .ShouldHaveSingleItem().ShouldContain("Status is declared in several of A and B");
    }

    [Theory]
    [InlineData(99, "?", "was built with a newer CqrsGen than this project. Update the CqrsGen package here.")]
    [InlineData(1, "?", "was built with an older CqrsGen than this project. Update the CqrsGen package there, and")]
    [InlineData(ModuleModel.Version, "", Damaged)]
    [InlineData(ModuleModel.Version, "nonsense", Damaged)]
    [InlineData(ModuleModel.Version, "1|-5|", Damaged)]
    [InlineData(ModuleModel.Version, "1|2|0|0|0|0|0|0|", Damaged)]
    [InlineData(ModuleModel.Version, "99999999999|", Damaged)]
    [InlineData(ModuleModel.Version, "1|2000000000|", Damaged)]
    [InlineData(ModuleModel.Version, "31|0|0|0|0|0|0|0|1|", Damaged)]
    public void AManifestThatCannotBeReadIsAnErrorThatSaysWhatToUpdate(int version, string data, string problem)
    {
        string manifest = $"""[assembly: CqrsGen.Infrastructure.CqrsModule({version}, "global::X", "{data}")]""";
        var other = CSharpCompilation.Create(
            "Other",
            [CSharpSyntaxTree.ParseText(manifest)],
            FrameworkReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach (var reference in new MetadataReference[]
        {
            other.ToMetadataReference(), MetadataReference.CreateFromImage(Emitted.Of(other).Assembly),
        })
        {
            GeneratorRun.Of(new SourceProject("Host", Compose), static () => new CqrsGenGenerator())
                .After(Edit.Of("a reference", compilation => compilation.AddReferences(reference)))
                .ShouldNotThrow()
                .File("Composition").ShouldContain("#error CQG3003: Other " + problem);
        }
    }

    /// <summary>A project with a message that has the same full name in every such project.</summary>
    private static SourceProject WithStatus(string name) => new(
        name,
        $$"""
        namespace Common
        {
            [Query(Name = "{{name}}.status")] public sealed partial record Status : IQuery<string>;
            internal static class Handlers { [Handler] public static string Handle(Status query) => "{{name}}"; }
        }

        namespace {{name}}
        {
            public static class Ask
            {
                public static ValueTask<string> StatusAsync(IDispatcher bus) => bus.QueryAsync(new Common.Status());
            }
        }
        """);

    private static (GeneratorRun Host, MetadataReference Module) WithAlias(ReferenceKind kind, params string[] aliases)
    {
        var module = GeneratorRun.Of(WithStatus("A"), static () => new CqrsGenGenerator());
        MetadataReference reference = kind == ReferenceKind.Compilation
            ? module.Output.ToMetadataReference()
            : MetadataReference.CreateFromImage(Emitted.Of(module.Output).Assembly);
        var host = new SourceProject("Host", Compose).Referencing(WithStatus("B"));
        return (GeneratorRun.Of(host, static () => new CqrsGenGenerator()), reference.WithAliases(aliases));
    }

    private static List<string> Problems(GeneratorRun run, MetadataReference reference) =>
        [.. run.After(Edit.Of("a reference", compilation => compilation.AddReferences(reference)))
            .ShouldNotThrow().Output.GetDiagnostics()
            .Where(CompilerReport.IsAtLeastWarning)
            .Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<string> RunAsync(SourceProject host)
    {
        using var program = GeneratorRun.Of(host, static () => new CqrsGenGenerator())
            .ShouldCompileWithoutWarnings()
            .Load();
        return (string)(await program.CallAsync("Program", "Run"))!;
    }

    private static List<string> Errors(SourceProject project) =>
        [.. GeneratorRun.Of(project, static () => new CqrsGenGenerator()).ShouldNotThrow().Output.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Id == "CS1029")
            .Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
}
