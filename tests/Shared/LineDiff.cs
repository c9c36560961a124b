using System.Text;

namespace CqrsGen.TestKit;

/// <summary>Shows how two texts differ, line by line, with the common head and tail left out.</summary>
public static class LineDiff
{
    private const int Context = 3;

    public static string Of(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] now = actual.Split('\n');
        int head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var text = new StringBuilder().Append("@@ line ").Append(head + 1).Append(" @@\n");
        Append(text, "  ", old, Math.Max(0, head - Context), head);
        Append(text, "- ", old, head, old.Length - tail);
        Append(text, "+ ", now, head, now.Length - tail);
        Append(text, "  ", old, old.Length - tail, Math.Min(old.Length, old.Length - tail + Context));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string prefix, string[] lines, int from, int to)
    {
        for (int line = from; line < to; line++)
        {
            text.Append(prefix).Append(lines[line]).Append('\n');
        }
    }
}
