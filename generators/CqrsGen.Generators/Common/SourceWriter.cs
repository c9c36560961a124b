using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Common;

/// <summary>Writes indented text. Multi-line text is indented line by line; line ends are always <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private const int LargestKept = 1 << 18;

    /// <summary>The buffer of the last file of this thread: a file a message is a thousand files.</summary>
    [ThreadStatic]
    private static char[]? _spare;

    private char[] _text;
    private int _length;
    private int _depth;
    private bool _isLineStart = true;

    public SourceWriter()
    {
        _text = _spare ?? new char[1 << 14];
        _spare = null;
    }

    public SourceWriter Line()
    {
        EndLine();
        return this;
    }

    public SourceWriter Line(string text)
    {
        Write(text);
        EndLine();
        return this;
    }

    /// <summary>Writes the pieces of an interpolated string where they belong, without a string in between.</summary>
    public SourceWriter Line([InterpolatedStringHandlerArgument("")] ref LineText text)
    {
        _ = text;
        EndLine();
        return this;
    }

    /// <summary>Writes the line when the condition holds.</summary>
    public SourceWriter LineIf(bool condition, string text) => condition ? Line(text) : this;

    /// <summary>Writes the line when the condition holds; otherwise nothing in it is evaluated.</summary>
    public SourceWriter LineIf(
        bool condition, [InterpolatedStringHandlerArgument("", nameof(condition))] ref LineText text) =>
        condition ? Line(ref text) : this;

    /// <summary>Writes text without ending its last line.</summary>
    public void Write(string text)
    {
        int start = 0;
        while (text.IndexOf('\n', start) is var end and >= 0)
        {
            Append(text, start, (end > start && text[end - 1] == '\r' ? end - 1 : end) - start);
            EndLine();
            start = end + 1;
        }

        Append(text, start, text.Length - start);
    }

    /// <summary>Opens a block in braces; dispose to close it.</summary>
    public Block WriteBlock(string? header = null, string close = "}")
    {
        if (header is not null)
        {
            Line(header);
        }

        return Open(close);
    }

    /// <summary>Opens a block in braces under a header; dispose to close it.</summary>
    public Block WriteBlock([InterpolatedStringHandlerArgument("")] ref LineText header, string close = "}")
    {
        Line(ref header);
        return Open(close);
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

    private Block Open(string close)
    {
        Line("{");
        _depth++;
        return new Block(this, close);
    }

    private void EndLine()
    {
        Reserve(1);
        _text[_length++] = '\n';
        _isLineStart = true;
    }

    private void Append(string text, int start, int length)
    {
        if (length == 0)
        {
            return;
        }

        int indent = _isLineStart ? _depth * IndentWidth : 0;
        Reserve(indent + length);
        _text.AsSpan(_length, indent).Fill(' ');
        _length += indent;
        text.CopyTo(start, _text, _length, length);
        _length += length;
        _isLineStart = false;
    }

    private void Reserve(int length)
    {
        if (_length + length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
        }
    }

    /// <summary>Takes the pieces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct LineText
    {
        private readonly SourceWriter _writer;

        public LineText(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = (literalLength, formattedCount);
            _writer = writer;
        }

        public LineText(
            int literalLength, int formattedCount, SourceWriter writer, bool condition, out bool isWritten)
            : this(literalLength, formattedCount, writer) => isWritten = condition;

        public void AppendLiteral(string text) => _writer.Write(text);

        public void AppendFormatted(string? text)
        {
            if (text is not null)
            {
                _writer.Write(text);
            }
        }

        public void AppendFormatted(int number) =>
            _writer.Write(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted<T>(T value)
            where T : struct, Enum => _writer.Write(value.ToString());
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
