using System.Text;
using System.Text.RegularExpressions;

namespace CqrsGen.Docs.Tests;

/// <summary>Links inside the documentation lead somewhere.</summary>
public partial class LinkTests
{
    private const string Home = "https://github.com/cqrsgen/cqrsgen/blob/main/";

    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryRelativeLinkLeadsToAFileAndHeading(string path) => DeadLinks(path).ShouldBeEmpty();

    [Fact]
    public void EveryGuideIsInTheIndex()
    {
        string index = Page.Open("docs/README.md").Text;

        Page.All
            .Where(static path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md")
            .Where(static path => !path.StartsWith("docs/rules/", StringComparison.Ordinal))
            .Where(path => !index.Contains($"({path["docs/".Length..]})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> DeadLinks(string path)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Page.Root, path))!;
        foreach (Match link in Link().Matches(WithoutCode(Page.Open(path).Text)))
        {
            string target = link.Groups["target"].Value.Replace(Home, Page.Root + '/', StringComparison.Ordinal);
            if (target.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? Path.Combine(Page.Root, path) : Path.Combine(folder, parts[0]);
            bool isThere = File.Exists(file) || Directory.Exists(file);
            if (!isThere || (parts.Length > 1 && !Headings(file).Contains(parts[1])))
            {
                yield return target;
            }
        }
    }

    private static IEnumerable<string> Headings(string file) => Fenced().Replace(File.ReadAllText(file), "")
        .Split('\n')
        .Where(static line => line.StartsWith('#'))
        .Select(static line => Anchor(line.TrimStart('#').Trim()));

    private static string WithoutCode(string text) => Quoted().Replace(Fenced().Replace(text, ""), "");

    // As GitHub makes them: lower case, without punctuation, with dashes for spaces.
    private static string Anchor(string heading)
    {
        var text = new StringBuilder();
        foreach (char letter in heading)
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == ' ')
            {
                text.Append('-');
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Quoted();
}
