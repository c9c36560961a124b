using System.Globalization;
using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Modules;

/// <summary>
/// Writes fields one after the other, each ended by <c>|</c>, into a raw string literal: no field holds a quotation
/// mark or a line end, so line ends may stand between fields, where they mean nothing.
/// </summary>
internal sealed class ManifestWriter(SourceWriter file)
{
    private static readonly char[] s_escaped =
        ['\\', '|', '\n', '\r', '~', '"', '\u0085', '\u2028', '\u2029'];

    public ManifestWriter Text(string? value)
    {
        file.Write(value is null ? "~" : Escape(value));
        file.Write("|");
        return this;
    }

    public ManifestWriter Flag(bool value) => Text(value ? "1" : "0");

    public ManifestWriter Number(int value) => Text(value.ToString(CultureInfo.InvariantCulture));

    public ManifestWriter Number(double value) => Text(value.ToString("R", CultureInfo.InvariantCulture));

    public ManifestWriter List<T>(EquatableArray<T> items, Action<ManifestWriter, T> write)
        where T : IEquatable<T>
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }

        return this;
    }

    /// <summary>A list with a line for each item.</summary>
    public ManifestWriter Lines<T>(EquatableArray<T> items, Action<ManifestWriter, T> write)
        where T : IEquatable<T>
    {
        Number(items.Count);
        foreach (var item in items)
        {
            file.Line();
            write(this, item);
        }

        file.Line();
        return this;
    }

    public ManifestWriter Texts(EquatableArray<string> items) =>
        List(items, static (writer, item) => writer.Text(item));

    private static string Escape(string value) => value.IndexOfAny(s_escaped) < 0
        ? value
        : value
            .Replace("\\", "\\\\")
            .Replace("|", "\\p")
            .Replace("\n", "\\n")
            .Replace("\r", "\\r")
            .Replace("~", "\\t")
            .Replace("\"", "\\q")
            .Replace("\u0085", "\\e")
            .Replace("\u2028", "\\l")
            .Replace("\u2029", "\\g");
}
