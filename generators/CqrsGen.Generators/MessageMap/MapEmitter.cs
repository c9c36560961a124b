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
            text.Append("| ").Append(entry.Name)
                .Append(" | ").Append(entry.Kind)
                .Append(" | ").Append(entry.Result is null ? "" : $"`{entry.Result}`")
                .Append(" | ").Append(string.Join(", ", entry.Middleware))
                .Append(" | ").Append(Listed(entry.Handlers))
                .Append(" | ").Append(Listed(entry.Publishes))
                .Append(" |\n");
        }

        text.Append("\n```mermaid\nflowchart LR\n");
        var nodes = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            string message = Node(nodes, entry.Type, entry.Name);
            foreach (string handler in entry.Handlers)
            {
                string node = Node(nodes, handler, ShortName(handler));
                text.Append("  ").Append(message).Append(" --> ").Append(node).Append('\n');
            }

            foreach (string published in entry.Publishes)
            {
                foreach (string handler in entry.Handlers)
                {
                    text.Append("  ").Append(Node(nodes, handler, ShortName(handler)))
                        .Append(" -. publishes .-> ").Append(Node(nodes, published, ShortName(published))).Append('\n');
                }
            }
        }

        return text.Append("```").ToString();
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

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
