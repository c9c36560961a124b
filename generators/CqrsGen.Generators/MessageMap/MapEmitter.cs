using System.Text;
using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.MessageMap;

/// <summary>
/// Writes the map as comments of a generated file. A build target takes the two parts from there into files of their
/// own, since a generator may write none.
/// </summary>
internal static class MapEmitter
{
    public static SourceText Emit(EquatableArray<MapEntry> entries) => GeneratedCode
        .Start("the message map, which a build target writes to MessageMap.md and MessageMap.json", "the messages")
        .Line("/*<<<markdown")
        .Line(Markdown(entries))
        .Line("markdown>>>*/")
        .Line("/*<<<json")
        .Line(Json(entries))
        .Line("json>>>*/")
        .ToSourceText();

    private static string Markdown(EquatableArray<MapEntry> entries)
    {
        var text = new StringBuilder();
        text.Append("# Message map\n\n");
        text.Append("| message | kind | result | middleware, outermost first | handlers | publishes |\n");
        text.Append("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var entry in entries)
        {
            text.Append("| ").Append(Cell(entry.Name))
                .Append(" | ").Append(entry.Kind)
                .Append(" | ").Append(entry.Result is null ? "" : $"`{entry.Result}`")
                .Append(" | ").Append(string.Join(", ", entry.Middleware))
                .Append(" | ").Append(Listed(entry.Handlers))
                .Append(" | ").Append(Listed(entry.Publishes))
                .Append(" |\n");
        }

        text.Append("\n```mermaid\nflowchart LR\n");
        var nodes = new Dictionary<string, string>();
        var written = new HashSet<(string From, string To)>(); // A class may handle a message twice.
        foreach (var entry in entries)
        {
            foreach (string handler in entry.Handlers.Where(handler => written.Add((entry.Type, handler))))
            {
                text.Append("  ").Append(Node(nodes, entry.Type, Title(entry.Name)))
                    .Append(" --> ").Append(Node(nodes, handler, Label(entry, handler))).Append('\n');
            }

            foreach (var publication in entry.Publications.Where(edge => written.Add((edge.Handler, edge.Event))))
            {
                text.Append("  ").Append(Node(nodes, publication.Handler, Label(entry, publication.Handler)))
                    .Append(" -. publishes .-> ")
                    .Append(Node(nodes, publication.Event, ShortName(publication.Event))).Append('\n');
            }
        }

        return text.Append("```").ToString();
    }

    /// <summary>What a handler is called: a class by its name, a method together with its class.</summary>
    private static string Label(MapEntry entry, string handler)
    {
        string name = ShortName(handler);
        return entry.Methods.Contains(handler) && handler.Length > name.Length
            ? $"{ShortName(handler.Substring(0, handler.Length - name.Length - 1))}.{name}"
            : name;
    }

    private static string Listed(EquatableArray<string> names) =>
        string.Join(", ", names.Select(static name => $"`{name}`"));

    /// <summary>The node's number, with its label where it is named for the first time.</summary>
    private static string Node(Dictionary<string, string> nodes, string key, string label)
    {
        if (nodes.TryGetValue(key, out string? node))
        {
            return node;
        }

        node = $"n{nodes.Count}";
        nodes.Add(key, node);
        return $"{node}[\"{label.Replace('<', '‹').Replace('>', '›')}\"]";
    }

    private static string ShortName(string type)
    {
        int end = type.IndexOf('<');
        int dot = type.LastIndexOf('.', (end < 0 ? type.Length : end) - 1);
        return type.Substring(dot + 1);
    }

    private static string Json(EquatableArray<MapEntry> entries)
    {
        var text = new StringBuilder("{ \"messages\": [");
        string separator = "\n";
        foreach (var entry in entries)
        {
            text.Append(separator).Append("  { \"name\": ").Append(Quoted(entry.Name))
                .Append(", \"type\": ").Append(Quoted(entry.Type))
                .Append(", \"kind\": ").Append(Quoted(entry.Kind))
                .Append(", \"result\": ").Append(entry.Result is null ? "null" : Quoted(entry.Result))
                .Append(", \"middleware\": ").Append(Array(entry.Middleware))
                .Append(", \"handlers\": ").Append(Array(entry.Handlers))
                .Append(", \"publishes\": ").Append(Array(entry.Publishes))
                .Append(" }");
            separator = ",\n";
        }

        return text.Append("\n] }").ToString();
    }

    private static string Array(EquatableArray<string> items) => $"[{string.Join(", ", items.Select(Quoted))}]";

    /// <summary>A text in JSON that stands in a comment.</summary>
    private static string Quoted(string text) =>
        $"\"{Names.OnOneLine(text.Replace("\\", "\\\\").Replace("\"", "\\\""))}\"".Replace("*/", "*\\/");

    /// <summary>A text that a user chose, in a table that stands in a comment.</summary>
    private static string Cell(string text) => Names.OnOneLine(text).Replace("|", "\\|").Replace("*/", "*&#47;");

    /// <summary>A text that a user chose, as the label of a node.</summary>
    private static string Title(string text) =>
        Names.OnOneLine(text).Replace("\"", "#quot;").Replace("*/", "*#47;");
}
