using CqrsGen;

namespace PluginHost.CommandLine;

/// <summary>Writes aligned plain text; headings are bold and errors red where a person looks at a terminal.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isStyled)
{
    private const string Gap = "  ";

    /// <summary>
    /// The console of this process. Styles stay away from files, pipes and those who set <c>NO_COLOR</c>.
    /// </summary>
    public static Terminal Console { get; } = new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsOutputRedirected
            && !System.Console.IsErrorRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"));

    public TextWriter Output => output;

    public TextWriter ErrorOutput => error;

    public void Heading(string text) => output.WriteLine(Style(text, "1"));

    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>Writes text and stays on the line.</summary>
    public void Prompt(string text)
    {
        output.Write(Style(text, "1"));
        output.Flush();
    }

    /// <summary>Writes an error.</summary>
    /// <returns>The exit code of its category.</returns>
    public int Fail(Error problem)
    {
        Fail(problem.Message);
        return ErrorCategories.ExitCodeOf(problem.Category);
    }

    /// <summary>Writes an error.</summary>
    public void Fail(string message)
    {
        output.Flush();
        error.WriteLine($"{Style("error:", "31")} {message}");
    }

    /// <summary>Writes names and values below one another.</summary>
    public void Pairs(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        int width = 0;
        foreach (var (name, _) in pairs)
        {
            width = Math.Max(width, name.Length);
        }

        foreach (var (name, value) in pairs)
        {
            output.WriteLine($"{Gap}{name.PadRight(width)}{Gap}{value}");
        }
    }

    /// <summary>Writes a table. A header that starts with <c>&gt;</c> aligns its column to the right.</summary>
    public void Table(string[] headers, IReadOnlyCollection<string[]> rows)
    {
        var isRight = Array.ConvertAll(headers, static header => header.StartsWith('>'));
        var titles = Array.ConvertAll(headers, static header => header.TrimStart('>'));
        var widths = Array.ConvertAll(titles, static title => title.Length);
        foreach (string[] row in rows)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        output.WriteLine(Gap + Style(Join(titles, widths, isRight), "1"));
        foreach (string[] row in rows)
        {
            output.WriteLine(Gap + Join(row, widths, isRight));
        }
    }

    private static string Join(string[] cells, int[] widths, bool[] isRight)
    {
        var padded = cells.Select((cell, column) =>
            isRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        return string.Join(Gap, padded).TrimEnd();
    }

    private string Style(string text, string code) => isStyled ? $"\e[{code}m{text}\e[0m" : text;
}
