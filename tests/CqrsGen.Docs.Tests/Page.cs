using System.Runtime.CompilerServices;

namespace CqrsGen.Docs.Tests;

/// <summary>A page of the documentation.</summary>
public sealed class Page
{
    private const string Fence = "```";

    private Page(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(Root, path));
        Blocks = [.. Read(Text.Split('\n'))];
    }

    public static string Root { get; } = FindRoot();

    /// <summary>Every page of the repository.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateDirectories(System.IO.Path.Combine(Root, "src"))
                .Select(static folder => System.IO.Path.Combine(folder, "README.md"))
                .Where(File.Exists))
            .Select(static path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The pages with C# that compiles; that of the rules is tested with the analyzers.</summary>
    public static IEnumerable<string> WithCode =>
        All.Where(static path => path.EndsWith("README.md", StringComparison.Ordinal)
            || path.StartsWith("docs/guide/", StringComparison.Ordinal));

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public static Page Open(string path) => new(path);

    private static IEnumerable<Block> Read(string[] lines)
    {
        var marker = Marker.None;
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index];
            if (Marker.IsMarker(line))
            {
                marker = Marker.Parse(line);
                if (marker.IsGiven)
                {
                    yield return ReadUntil(lines, ref index, "-->", "csharp", marker);
                    marker = Marker.None;
                }
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                yield return ReadUntil(lines, ref index, Fence, line[Fence.Length..], marker);
                marker = Marker.None;
            }
            else if (line.Length > 0)
            {
                marker = Marker.None;
            }
        }
    }

    private static Block ReadUntil(string[] lines, ref int index, string end, string language, Marker marker)
    {
        int first = index + 1;
        index = Array.FindIndex(lines, first, line => line == end);
        return index < 0
            ? throw new FormatException($"The block of line {first} has no end.")
            : new Block(language, first + 1, string.Join('\n', lines[first..index]), marker);
    }

    private static string FindRoot([CallerFilePath] string path = "")
    {
        var directory = new FileInfo(path).Directory!;
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "CqrsGen.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("CqrsGen.sln");
        }

        return directory.FullName;
    }
}
