using System.Globalization;
using System.Text;
using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Modules;

/// <summary>Reads what <see cref="ManifestWriter"/> wrote.</summary>
internal sealed class ManifestReader(string text)
{
    private int _position;

    public string? Text()
    {
        while (_position < text.Length && text[_position] is '\n' or '\r')
        {
            _position++;
        }

        int end = text.IndexOf('|', _position);
        if (end < 0)
        {
            throw new FormatException("The manifest ends early.");
        }

        string field = text.Substring(_position, end - _position);
        _position = end + 1;
        return field == "~" ? null : Unescape(field);
    }

    public string Required() => Text() ?? throw new FormatException("The manifest lacks a field.");

    public bool Flag() => Required() switch
    {
        "0" => false,
        "1" => true,
        _ => throw new FormatException("The manifest has something else where yes or no is expected."),
    };

    public int Number() => int.Parse(Required(), CultureInfo.InvariantCulture);

    public double Double() => double.Parse(Required(), CultureInfo.InvariantCulture);

    public EquatableArray<T> List<T>(Func<ManifestReader, T> read)
        where T : IEquatable<T>
    {
        int count = Number();
        if (count < 0 || count > text.Length)
        {
            throw new FormatException("The manifest has an impossible count.");
        }

        var items = new T[count];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = read(this);
        }

        return items.Length == 0 ? default : new(items);
    }

    public EquatableArray<string> Texts() => List(static reader => reader.Required());

    /// <summary>Throws where something is left: then what was read meant something else too.</summary>
    public void End()
    {
        if (text.AsSpan(_position).Trim("\r\n".AsSpan()).Length > 0)
        {
            throw new FormatException("The manifest has more fields than expected.");
        }
    }

    private static string Unescape(string field)
    {
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (int index = 0; index < field.Length; index++)
        {
            if (field[index] != '\\')
            {
                text.Append(field[index]);
                continue;
            }

            text.Append(index + 1 == field.Length ? '\\' : field[++index] switch
            {
                'p' => '|',
                'n' => '\n',
                'r' => '\r',
                'q' => '"',
                't' => '~',
                'e' => '\u0085',
                'l' => '\u2028',
                'g' => '\u2029',
                var other => other,
            });
        }

        return text.ToString();
    }
}
