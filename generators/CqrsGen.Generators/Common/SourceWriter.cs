using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Common;

/// <summary>Writes indented text. Multi-line text is indented line by line; line ends are always <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const string IndentUnit = "    ";

    private const int LargestKept = 1 << 18;

    /// <summary>The buffer of the last file of this thread: a file a message is a thousand files.</summary>
    [ThreadStatic]
    private static char[]? _spare;

    private char[] _text;
    private int _length;
    private int _depth;

    public SourceWriter()
    {
        _text = _spare ?? new char[1 << 14];
        _spare = null;
    }

    public SourceWriter Line()
    {
        Append("\n", 0, 1);
        return this;
    }

    public SourceWriter Line(string text)
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            int stop = end < 0 ? text.Length : end;
            int length = stop > start && text[stop - 1] == '\r' ? stop - start - 1 : stop - start;
            if (length > 0)
            {
                Indent();
                Append(text, start, length);
            }

            Append("\n", 0, 1);
            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        return this;
    }

    /// <summary>Writes the line when the condition holds.</summary>
    public SourceWriter LineIf(bool condition, string text) => condition ? Line(text) : this;

    /// <summary>Opens a block in braces; dispose to close it.</summary>
    public Block WriteBlock(string? header = null, string close = "}")
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Block(this, close);
    }

    /// <summary>Indents what follows by one step; dispose to end it.</summary>
    public Block Indented()
    {
        _depth++;
        return new Block(this, null);
    }

    public SourceText ToSourceText()
    {
        if (_depth != 0)
        {
            throw new InvalidOperationException($"The generated text ends at depth {_depth}.");
        }

        string text = new(_text, 0, _length);
        _spare = _text.Length <= LargestKept ? _text : null;
        _text = [];
        _length = 0;
        return SourceText.From(text, Encoding.UTF8);
    }

    private void Indent()
    {
        for (int depth = 0; depth < _depth; depth++)
        {
            Append(IndentUnit, 0, IndentUnit.Length);
        }
    }

    private void Append(string text, int start, int length)
    {
        if (_length + length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
        }

        text.CopyTo(start, _text, _length, length);
        _length += length;
    }

    internal readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
