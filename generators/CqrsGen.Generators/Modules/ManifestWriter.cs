using System.Globalization;
using System.Text;
using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Modules;

/// <summary>Writes fields one after the other, separated by <c>|</c>.</summary>
internal sealed class ManifestWriter
{
    private readonly StringBuilder _text = new();

    public ManifestWriter Text(string? value)
    {
        if (value is null)
        {
            _text.Append('~');
        }
        else
        {
            _text.Append(value.Replace("\\", "\\\\").Replace("|", "\\p").Replace("\n", "\\n").Replace("~", "\\t"));
        }

        _text.Append('|');
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

    public ManifestWriter Texts(EquatableArray<string> items) =>
        List(items, static (writer, item) => writer.Text(item));

    public override string ToString() => _text.ToString();
}
