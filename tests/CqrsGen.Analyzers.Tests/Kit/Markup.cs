using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>
/// Source text that marks what must be reported: <c>[|name|]</c> for the rule under test, <c>{|CQG3001:name|}</c> for
/// any other and for errors of the compiler. Marks may nest.
/// </summary>
public sealed record Markup(string Text, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>Takes the marks out of a text.</summary>
    /// <param name="markup">The text.</param>
    /// <param name="id">What <c>[|…|]</c> stands for.</param>
    /// <param name="file">The file's path, as diagnostics name it.</param>
    public static Markup Parse(string markup, string id, string file)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string Id, int Start, string Close)>();
        var found = new List<Expectation>();
        for (int index = 0; index < markup.Length; index++)
        {
            if (At(markup, index, "[|"))
            {
                open.Push((id, text.Length, "|]"));
                index++;
            }
            else if (At(markup, index, "{|") && markup.IndexOf(':', index) is var colon and >= 0)
            {
                open.Push((markup[(index + 2)..colon], text.Length, "|}"));
                index = colon;
            }
            else if (open.Count > 0 && At(markup, index, open.Peek().Close))
            {
                var mark = open.Pop();
                found.Add(new Expectation(mark.Id, file, TextSpan.FromBounds(mark.Start, text.Length)));
                index++;
            }
            else
            {
                text.Append(markup[index]);
            }
        }

        return open.Count == 0
            ? new Markup(text.ToString(), found)
            : throw new FormatException($"A mark is not closed: {markup}");
    }

    private static bool At(string text, int index, string part) =>
        string.CompareOrdinal(text, index, part, 0, part.Length) == 0;
}
