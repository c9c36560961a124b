using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Common;

/// <summary>Writes indented text. Multi-line text is indented line by line; line ends are always <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const string IndentUnit = "    ";

    private readonly StringBuilder _text = new(4096);
    private int _depth;

    public SourceWriter Line()
    {
        _text.Append('\n');
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
                _text.Append(text, start, length);
            }

            _text.Append('\n');
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

        return SourceText.From(_text.ToString(), Encoding.UTF8);
    }

    private void Indent()
    {
        for (int depth = 0; depth < _depth; depth++)
        {
            _text.Append(IndentUnit);
        }
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
