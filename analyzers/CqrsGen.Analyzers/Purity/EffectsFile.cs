using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What the user says of members of other libraries: additional files whose names end with <c>.cqrseffects.txt</c>,
/// with lines such as <c>M:Vendor.Client.Search(System.String) = Read</c>.
/// </summary>
internal sealed class EffectsFile
{
    public const string Ending = ".cqrseffects.txt";

    private static readonly ImmutableDictionary<string, string> s_targets = new Dictionary<string, string>
    {
        ["Write(Db)"] = "database",
        ["Write(Http)"] = "HTTP",
        ["Write(File)"] = "file",
        ["Write(Queue)"] = "queue",
        ["Write(Mail)"] = "mail",
        ["Write(Blob)"] = "blob",
        ["Write(Process)"] = "process",
        ["Write(Response)"] = "response",
        ["Write(Other)"] = "other",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, CatalogueEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (AdditionalText File, TextLine Line, string Effect)> _last =
        new(StringComparer.Ordinal);

    private EffectsFile(string text) => Text = text;

    /// <summary>All lines, by which two are compared.</summary>
    public string Text { get; }

    /// <summary>The lines that say nothing, with what is wrong.</summary>
    public List<(AdditionalText File, TextLine Line, string Problem)> Unreadable { get; } = [];

    /// <summary>The lines that can be read, with the effect of each.</summary>
    public List<(AdditionalText File, TextLine Line, string Id, string Effect)> Readable { get; } = [];

    /// <summary>The last of the lines that speak of the same member as another, and say something else.</summary>
    public (AdditionalText File, TextLine Line)? Contradicting(string id, string effect) =>
        _last.TryGetValue(id, out var last) && last.Effect != effect ? (last.File, last.Line) : null;

    /// <summary>Reads the files.</summary>
    public static EffectsFile Of(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var texts = files.Where(static file => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(file => (File: file, Text: file.GetText(cancellationToken)))
            .Where(static file => file.Text is not null)
            .ToList();
        var effects = new EffectsFile(string.Join("\n", texts.Select(static file => file.Text!.ToString())));
        foreach (var (file, text) in texts)
        {
            foreach (var line in text!.Lines)
            {
                effects.Read(file, line);
            }
        }

        return effects;
    }

    /// <summary>What a line says of a method; null when none does.</summary>
    public CatalogueEntry? Find(IMethodSymbol method)
    {
        if (_entries.Count == 0)
        {
            return null;
        }

        return Find(method.GetDocumentationCommentId())
            ?? (method.AssociatedSymbol is { } property ? Find(property.GetDocumentationCommentId()) : null);
    }

    private CatalogueEntry? Find(string? id) =>
        id is not null && _entries.TryGetValue(id, out var entry) ? entry : null;

    private void Read(AdditionalText file, TextLine line)
    {
        string text = line.ToString().Trim();
        if (text.Length == 0 || text[0] == '#')
        {
            return;
        }

        int equals = text.LastIndexOf(" = ", StringComparison.Ordinal);
        string id = equals < 0 ? "" : text.Substring(0, equals).Trim();
        if (id.Length < 3 || id[1] != ':')
        {
            Unreadable.Add((file, line, "cannot be read. Write 'M:Type.Member(Parameters) = Read'."));
            return;
        }

        if (id[0] is not ('M' or 'P' or 'E'))
        {
            Unreadable.Add((
                file,
                line,
                "says nothing: a line speaks of one member. Write a line for each of its methods ('M:…'), properties "
                + "('P:…') and events ('E:…')."));
            return;
        }

        string effect = text.Substring(equals + 3).Trim();
        if (EntryOf(effect) is not { } entry)
        {
            Unreadable.Add((
                file,
                line,
                $"cannot be read: there is no effect '{effect}'. Write Read, None, ReturnsFresh or one of "
                + string.Join(", ", s_targets.Keys.OrderBy(static key => key, StringComparer.Ordinal)) + "."));
            return;
        }

        effect = effect == "None" ? "Read" : effect;
        _entries[id] = entry;
        _last[id] = (file, line, effect);
        Readable.Add((file, line, id, effect));
    }

    private static CatalogueEntry? EntryOf(string effect) => effect switch
    {
        "Read" or "None" => new CatalogueEntry("", false, CatalogueAction.Clean, ""),
        "ReturnsFresh" => new CatalogueEntry("", false, CatalogueAction.Make, ""),
        _ => s_targets.TryGetValue(effect, out string? target)
            ? new CatalogueEntry("", false, CatalogueAction.Write, target)
            : null,
    };
}
