using System.Text;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>Finds options that name a message which the application does not have.</summary>
internal static class MessageNameCheck
{
    // In the order of Routes.MessageNames.
    private static readonly string[] Untimed =
    [
        "an event. Events have no timeout",
        "a stream query. Stream queries have no timeout",
        "a message whose result does its work later. Such messages have no timeout",
    ];

    /// <summary>Reports names of timeouts that no message has, or that messages without a timeout have.</summary>
    /// <param name="key">The option, such as <c>CqrsGen:Timeouts:Messages</c>.</param>
    /// <param name="names">What it names.</param>
    /// <param name="tables">The modules of the application.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(
        string key, ICollection<string> names, IEnumerable<Routes?> tables, List<string> problems)
    {
        if (names.Count == 0)
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // As configuration compares its keys.
        var untimed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var byType = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            int group = 0;
            foreach (string line in Encoding.UTF8.GetString(table is null ? default : table.MessageNames).Split('\n'))
            {
                if (line.Length == 0)
                {
                    group = Math.Min(group + 1, Untimed.Length);
                }
                else
                {
                    int tab = line.IndexOf('\t', StringComparison.Ordinal);
                    string wire = tab < 0 ? line : line[..tab];
                    string type = LastPart(tab < 0 ? line : line[(tab + 1)..]);
                    if (group == 0)
                    {
                        known.Add(wire);
                        byType.TryAdd(type, wire);
                    }
                    else
                    {
                        untimed.TryAdd(wire, Untimed[group - 1]);
                        untimed.TryAdd(type, Untimed[group - 1]);
                    }
                }
            }
        }

        foreach (string name in names)
        {
            if (known.Contains(name) || name.Any(IsOdd))
            {
                continue;
            }

            if (untimed.TryGetValue(name, out string? what)
                || (!byType.ContainsKey(LastPart(name)) && untimed.TryGetValue(LastPart(name), out what)))
            {
                problems.Add($"{key}:{name} names {what}. Remove it.");
            }
            else
            {
                string? meant = byType.GetValueOrDefault(LastPart(name)) ?? EditDistance.Nearest(name, known)
                    ?? (EditDistance.Nearest(LastPart(name), byType.Keys) is { } type ? byType[type] : null);
                problems.Add($"{key}:{name} names no message of the application. " +
                    (meant is not null
                        ? $"Did you mean {meant}?"
                        : "Write the wire name of a message: the Name of its attribute, or else its type's name."));
            }
        }
    }

    /// <summary>A type's name without what stands around it.</summary>
    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>Whether a letter keeps a name out of the generated list.</summary>
    private static bool IsOdd(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';
}
