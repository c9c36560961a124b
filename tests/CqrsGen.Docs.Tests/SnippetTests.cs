namespace CqrsGen.Docs.Tests;

/// <summary>The code of README and guides is code that works, so that the documentation cannot lie.</summary>
public class SnippetTests
{
    public static TheoryData<string> Pages => [.. Page.WithCode];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryBlockCompilesWithoutWarnings(string path)
    {
        foreach (var run in PageProjects.Of(path).Runs)
        {
            run.ShouldCompileWithoutWarnings();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryGeneratedLineThatIsShownIsGenerated(string path)
    {
        var projects = PageProjects.Of(path);
        foreach (var block in projects.Page.Blocks.Where(static block => block.Marker.IsGenerated))
        {
            var missing = projects.RunOf(block).Files
                .Select(file => FirstMissingLine(file.SourceText.ToString(), block.Text))
                .MaxBy(static missing => missing.Index);

            missing.Line.ShouldBeNull($"{path}, the generated block of line {block.Line}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryOutputThatIsShownIsPrinted(string path)
    {
        var projects = PageProjects.Of(path);
        Block? last = null;
        foreach (var block in projects.Page.Blocks)
        {
            if (block.IsCompiled && BlockSource.HasStatements(block))
            {
                last = block;
            }
            else if (block.Marker.IsPrinted)
            {
                string written = await projects.ExecuteAsync(last.ShouldNotBeNull());
                written.TrimEnd().ShouldBe(block.Text, $"{path}, line {block.Line}");
            }
        }
    }

    [Fact]
    public void ABlockThatDoesNotCompileIsFound()
    {
        var page = PageProjects.Of("docs/guide/getting-started.md").Page;
        var block = new Block("csharp", 1, "int number = \"text\";", Marker.None);
        var run = GeneratorRun.Of(
            new SourceProject("Broken", BlockSource.Given, BlockSource.Write(page, block, [])),
            static () => new Generators.CqrsGenGenerator());

        Should.Throw<ShouldAssertException>(() => run.ShouldCompileWithoutWarnings())
            .Message.ShouldContain("CS0029");
    }

    // The shown lines stand in the file in their order; a line with … stands for any number of others.
    private static (int Index, string? Line) FirstMissingLine(string file, string shown)
    {
        var lines = file.Split('\n').Select(static line => line.Trim()).ToList();
        string[] wanted = shown.Split('\n');
        int from = 0;
        for (int index = 0; index < wanted.Length; index++)
        {
            string line = wanted[index].Trim();
            if (line.Length == 0 || line.Contains('…', StringComparison.Ordinal))
            {
                continue;
            }

            int found = lines.IndexOf(line, from);
            if (found < 0)
            {
                return (index, line);
            }

            from = found + 1;
        }

        return (int.MaxValue, null);
    }
}
