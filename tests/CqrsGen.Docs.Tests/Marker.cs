namespace CqrsGen.Docs.Tests;

/// <summary>
/// What a comment says about the block after it: <c>&lt;!-- snippet: … --&gt;</c> with one or more of the words below,
/// separated by semicolons.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>ignore</c>: not compiled. For code that is wrong on purpose.</item>
/// <item><c>project Name</c>, <c>project Name references A B</c>: compiled in another project of the page.</item>
/// <item><c>generated</c>: what the generator writes for the page; left-out lines are shown as <c>…</c>.</item>
/// <item><c>prints</c>, at a block that is not C#: what the last block of C# before it prints.</item>
/// <item><c>given</c>: the comment itself holds code, which readers do not see.</item>
/// </list>
/// </remarks>
public sealed record Marker
{
    public const string DefaultProject = "Page";

    private const string Opening = "<!-- snippet:";
    private const string Closing = "-->";

    public static Marker None { get; } = new();

    public bool IsIgnored { get; private init; }

    public bool IsGenerated { get; private init; }

    public bool IsPrinted { get; private init; }

    public bool IsGiven { get; private init; }

    public string Project { get; private init; } = DefaultProject;

    public IReadOnlyList<string> References { get; private init; } = [];

    public static bool IsMarker(string line) => line.StartsWith(Opening, StringComparison.Ordinal);

    public static Marker Parse(string line)
    {
        string words = line[Opening.Length..];
        int end = words.IndexOf(Closing, StringComparison.Ordinal);
        return (end < 0 ? words : words[..end])
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(None, Add);
    }

    private static Marker Add(Marker marker, string word) => word.Split(' ') switch
    {
        ["ignore"] => marker with { IsIgnored = true },
        ["generated"] => marker with { IsGenerated = true },
        ["prints"] => marker with { IsPrinted = true },
        ["given"] => marker with { IsGiven = true },
        ["project", var project] => marker with { Project = project },
        ["project", var project, "references", .. var references] =>
            marker with { Project = project, References = references },
        _ => throw new FormatException($"'{word}' is no marker of a snippet."),
    };
}
