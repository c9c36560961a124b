using System.Reflection;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>The page of a rule in docs/rules.</summary>
public sealed class RulePage(string id)
{
    private static readonly string s_root = typeof(RulePage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    private readonly string _text = File.ReadAllText(Path.Combine(s_root, "docs", "rules", id + ".md"));

    /// <summary>A file of the repository.</summary>
    public static string Repository(params string[] path) => Path.Combine([s_root, .. path]);

    /// <summary>The IDs that have a page.</summary>
    public static IEnumerable<string> All => Directory.GetFiles(Repository("docs", "rules"), "CQG*.md")
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    /// <summary>The first line.</summary>
    public string Heading => _text.Split('\n')[0];

    /// <summary>The headings of the sections.</summary>
    public IEnumerable<string> Sections => _text.Split('\n')
        .Where(static line => line.StartsWith("## ", StringComparison.Ordinal))
        .Select(static line => line[3..]);

    /// <summary>What a row of the table at the top says.</summary>
    public string Row(string name) => _text.Split('\n')
        .Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
        .Split('|')[2].Trim();

    /// <summary>The project that a section shows: of several blocks the last one, which refers to the others.</summary>
    public SourceProject Project(string section)
    {
        string body = _text.Split($"## {section}\n")[1].Split("\n## ")[0];
        string[] blocks = [.. Blocks(body, "csharp")];
        return (new SourceProject("Shop", blocks[^1]) with
        {
            EditorConfig = Blocks(body, "ini").SelectMany(static block => block.Split('\n'))
                .Where(static line => line.Contains('=', StringComparison.Ordinal))
                .ToDictionary(static line => line.Split('=')[0].Trim(), static line => line.Split('=', 2)[1].Trim()),
            AdditionalFiles = Blocks(body, "text").ToDictionary(
                static _ => "Shop.cqrsbaseline.txt", static block => block),
        }).Referencing(
            [.. blocks[..^1].Select(static (block, index) => new SourceProject($"Module{index + 1}", block))]);
    }

    private static IEnumerable<string> Blocks(string body, string language) =>
        body.Split($"```{language}\n").Skip(1).Select(static block => block.Split("```")[0]);
}
