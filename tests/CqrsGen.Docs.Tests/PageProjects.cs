using System.Collections.Concurrent;
using CqrsGen.Generators;

namespace CqrsGen.Docs.Tests;

/// <summary>The projects that the blocks of a page make up, each after a run of the generator.</summary>
internal sealed class PageProjects
{
    private static readonly ConcurrentDictionary<string, PageProjects> Known = [];
    private readonly Dictionary<string, GeneratorRun> _runs = [];

    private PageProjects(Page page)
    {
        Page = page;
        var sources = new Dictionary<string, SourceProject>();
        var groups = page.Blocks.Where(static block => block.IsCompiled).GroupBy(static block => block.Marker.Project);
        foreach (var group in groups)
        {
            var references = group.SelectMany(static block => block.Marker.References).Distinct();
            var files = group.Select((block, index) => BlockSource.Write(page, block, group.Take(index)));
            var project = new SourceProject(group.Key, [BlockSource.Given, .. files])
            {
                Properties = new Dictionary<string, string> { ["CqrsGenMessageMap"] = "true" },
            }.Referencing([.. references.Select(reference => sources[reference])]);
            sources.Add(group.Key, project);
            _runs.Add(group.Key, GeneratorRun.Of(project, static () => new CqrsGenGenerator()));
        }
    }

    public Page Page { get; }

    public IEnumerable<GeneratorRun> Runs => _runs.Values;

    /// <summary>Every project of a page; made once, since several tests look at it.</summary>
    public static PageProjects Of(string path) => Known.GetOrAdd(path, static path => new(Page.Open(path)));

    public GeneratorRun RunOf(Block block) => _runs[block.Marker.Project];

    /// <summary>Runs the statements of a block.</summary>
    /// <returns>What they wrote to the console.</returns>
    public async Task<string> ExecuteAsync(Block block)
    {
        using var program = RunOf(block).Load();
        var console = Console.Out;
        var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            await program.CallAsync(BlockSource.ClassOf(block), "RunAsync");
        }
        finally
        {
            Console.SetOut(console);
        }

        return written.ToString();
    }
}
