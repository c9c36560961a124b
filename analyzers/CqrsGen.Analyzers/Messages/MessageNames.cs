using CqrsGen.Rules;

namespace CqrsGen.Analyzers.Messages;

/// <summary>What the names of messages say about their kinds.</summary>
internal static class MessageNames
{
    private static readonly string[] s_suffixes = ["Command", "Query", "Event"];

    /// <summary>Verbs that ask: what follows them may be a noun that happens to be called like a kind.</summary>
    private static readonly HashSet<string> s_asking = new(StringComparer.Ordinal)
    {
        "Get", "Find", "List", "Search", "Fetch", "Load", "Read", "Count", "Show", "Look", "Is", "Has", "Can",
        "Check", "Describe", "Explain", "Browse", "View", "Watch", "Stream", "Next", "Last", "All",
    };

    /// <summary>The word for a kind at the end of a name; stream queries are queries.</summary>
    public static string SuffixOf(MessageKind kind) => kind switch
    {
        MessageKind.Command => s_suffixes[0],
        MessageKind.Event => s_suffixes[2],
        _ => s_suffixes[1],
    };

    /// <summary>Whether a name ends in a word, and has something before it.</summary>
    public static bool HasSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>
    /// The word at the end of a name that stands for another kind; null when there is none, or when it may be the
    /// thing that the message is about: <c>CancelEvent</c> is a good name for a command, <c>GetLastCommand</c> for a
    /// query, <c>RunQuery</c> for a command.
    /// </summary>
    public static string? ContradictionOf(string name, MessageKind kind)
    {
        string? found = Array.Find(s_suffixes, suffix => HasSuffix(name, suffix));
        if (found is null || found == SuffixOf(kind))
        {
            return null;
        }

        var words = WordsOf(name.Substring(0, name.Length - found.Length));
        bool isMeant = (found, kind) switch
        {
            ("Event", _) => words.Exists(IsPast) && !s_asking.Contains(words[0]),
            ("Query", MessageKind.Command) => s_asking.Contains(words[0]),
            ("Command", MessageKind.Query or MessageKind.StreamQuery) => !s_asking.Contains(words[0]),
            _ => true, // The last word of an event is what happened, never a noun of ours.
        };
        return isMeant ? found : null;
    }

    private static bool IsPast(string word) =>
        word.Length > 3 && (word.EndsWith("ed", StringComparison.Ordinal)
            || word is "Sent" or "Paid" or "Made" or "Sold" or "Bought" or "Left" or "Lost" or "Begun" or "Taken"
                or "Given" or "Written" or "Chosen" or "Built" or "Shown" or "Withdrawn" or "Overdrawn");

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int index = 1; index <= name.Length; index++)
        {
            if (index == name.Length || char.IsUpper(name[index]))
            {
                words.Add(name.Substring(start, index - start));
                start = index;
            }
        }

        return words;
    }
}
