using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Registration;

/// <summary>Writes the wire names of an assembly, which options are checked against.</summary>
internal static class MessageNamesEmitter
{
    /// <summary>One constant: a thousand names cost no code, and no array before somebody asks.</summary>
    public static void Emit(SourceWriter writer, RoutesModel model)
    {
        var names = model.ByName
            .Where(static route => route.Name.Length > 0 && !route.Name.Any(IsOdd))
            .OrderBy(static route => route.Name, StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
        {
            return;
        }

        int longest = names.Max(static route => LongestQuote(route.Name));
        string quotes = new('"', longest > 2 ? longest + 1 : 3);
        writer
            .Line()
            .Line("/// <inheritdoc/>")
            .Line("public override ReadOnlySpan<byte> MessageNames =>")
            .Line($"    {quotes}");
        int last = names.Max(GroupOf);
        for (int group = 0; group <= last; group++)
        {
            writer.LineIf(group > 0, "");
            foreach (var route in names.Where(route => GroupOf(route) == group))
            {
                writer.Line($"    {route.Name}{(group == 0 ? TypeHint(route) : "")}");
            }
        }

        writer.Line($"    {quotes}u8;");
    }

    /// <summary>What a limit that is stated for it would mean, as the check of options reads it.</summary>
    private static int GroupOf(SwitchCase route) => route.HasTimeout ? 0 : route.Kind switch
    {
        Rules.MessageKind.Event => 1,
        Rules.MessageKind.StreamQuery => 2,
        _ => 3,
    };

    /// <summary>After a tab the type's name, where the wire name does not end in it: some will write that.</summary>
    private static string TypeHint(SwitchCase route)
    {
        string type = route.Message.Substring(route.Message.LastIndexOfAny(['.', ':']) + 1).TrimStart('@');
        bool isSaid = route.Name.EndsWith(type, StringComparison.Ordinal) || route.Message.IndexOf('<') >= 0;
        return isSaid ? "" : "\t" + type;
    }

    /// <summary>Whether a letter cannot stand in a line of UTF-8; such a name is not checked.</summary>
    private static bool IsOdd(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';

    private static int LongestQuote(string name)
    {
        int longest = 0;
        int current = 0;
        foreach (char letter in name)
        {
            current = letter == '"' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
