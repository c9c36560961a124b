using System.Text.Json;
using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>What users choose to call their messages ends no line, comment or literal of generated code.</summary>
public sealed class OddTextTests
{
    private const string Everything = "a\u2028b\u2029c\u0085d\ne\rf\u0001g\\h|i~j\"\"\"k*/l";

    public static TheoryData<string> Names() => new(
        "a\u2028b", "a\u2029b", "a\u0085b", "a\nb", "a\r\nb", "a\u0001b", "a\\nb", "a*/b", "a\"\"\"b", Everything);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AWireNameMayHoldWhateverItWill(string name)
    {
        var module = Module(name);
        var host = new SourceProject(
            "Host",
            """
            public static class Program
            {
                public static async Task<string> Run(string name)
                {
                    var services = new ServiceCollection();
                    services.AddCqrsGen();
                    await using var provider = services.BuildServiceProvider();
                    await provider.GetRequiredService<IDispatcher>().SendAsync(new Shop.Odd());
                    return Shop.Hook.Name == name ? "" : Shop.Hook.Name;
                }
            }
            """).Referencing(module);

        using var program = GeneratorRun.Of(host).ShouldCompileWithoutWarnings().Load();

        (await program.CallAsync("Program", "Run", name)).ShouldBe("");
    }

    [Fact]
    public void TheManifestGivesBackWhatWasWritten()
    {
        var writer = new SourceWriter();
        new Generators.Modules.ManifestWriter(writer).Text(Everything).Text("~").Text(null);
        string text = writer.ToSourceText().ToString();

        var reader = new Generators.Modules.ManifestReader(text);

        text.ShouldNotContain('\u2028');
        reader.Text().ShouldBe(Everything);
        reader.Text().ShouldBe("~");
        reader.Text().ShouldBeNull();
        reader.End();
    }

    [Fact]
    public void TheMessageMapStaysACommentAndJson()
    {
        var project = Module(Everything) with
        {
            Properties = new Dictionary<string, string> { ["CqrsGenMessageMap"] = "true" },
        };
        string map = GeneratorRun.Of(project).ShouldCompileWithoutWarnings().File("MessageMap");

        int start = map.IndexOf("/*<<<json", StringComparison.Ordinal) + "/*<<<json".Length;
        int end = map.IndexOf("json>>>*/", StringComparison.Ordinal);
        string json = map[start..end];

        JsonDocument.Parse(json).RootElement.GetProperty("messages")[0].GetProperty("name").GetString()
            .ShouldBe(Everything);
    }

    [Fact]
    public void FilesOfLongNamesAreCutAndToldApart()
    {
        string space = string.Join('.', Enumerable.Repeat("ALongPartOfANamespace", 6));
        var run = GeneratorRun.Of(new SourceProject(
            "Shop",
            $$"""
            namespace {{space}};
            public sealed class First; public sealed class Second;
            [Command] public sealed partial record Put<TKey, TValue>(string Text) : ICommand<int>;
            public sealed class Handler
                : ICommandHandler<Put<First, First>, int>, ICommandHandler<Put<First, Second>, int>
            {
                public ValueTask<int> HandleAsync(Put<First, First> c, CancellationToken token) => new(1);
                public ValueTask<int> HandleAsync(Put<First, Second> c, CancellationToken token) => new(2);
            }
            """)).ShouldCompileWithoutWarnings();

        var names = run.Files.Select(static file => file.HintName).ToList();

        names.ShouldAllBe(static name => name.Length <= Generators.Common.Names.LongestFile + 30);
        names.Count(static name => name.StartsWith("ALongPart", StringComparison.Ordinal)).ShouldBe(2);
        Generators.Common.Names.File(new string('a', 121)).ShouldBe(new string('a', 111) + "-019EBB34");
        Generators.Common.Names.File(new string('a', 120)).ShouldBe(new string('a', 120));
    }

    private static SourceProject Module(string name) => new(
        "Shop",
        $$"""
        namespace Shop;
        [Command(Name = {{Generators.Common.Names.Literal(name)}})] public sealed partial record Odd : ICommand<int>;
        internal static class Handlers { [Handler] public static int Handle(Odd command) => 1; }
        [Middleware(Order = 1)] public sealed class Hook
        {
            public static string Name = "";
            public void Before(Odd message, MessageInfo info) => Name = info.Name;
        }
        """);
}
