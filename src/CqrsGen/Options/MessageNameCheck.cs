using System.Text;
using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>Finds options that name a message which the application does not have.</summary>
internal static class MessageNameCheck
{
    /// <summary>Reports names that no message has.</summary>
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
        foreach (var table in tables)
        {
            known.UnionWith(Encoding.UTF8.GetString(table is null ? default : table.MessageNames)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (string name in names)
        {
            if (!known.Contains(name) && !name.Any(IsOdd))
            {
                problems.Add($"{key}:{name} names no message of the application. " +
                    (EditDistance.Nearest(name, known) is { } nearest
                        ? $"Did you mean {nearest}?"
                        : "Write the wire name of a message: the Name of its attribute, or else its type's name."));
            }
        }
    }

    /// <summary>Whether a letter keeps a name out of the generated list.</summary>
    private static bool IsOdd(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';
}
