namespace CqrsGen.Analyzers.Purity;

/// <summary>Tells from the beginning of a constant SQL text whether it writes.</summary>
internal static class Sql
{
    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', '(', ';', ','];

    private static readonly HashSet<string> s_writes = new(StringComparer.OrdinalIgnoreCase)
    {
        "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "UPSERT", "TRUNCATE", "CREATE", "ALTER", "DROP", "CALL",
        "GRANT", "REVOKE", "COPY",
    };

    private static readonly HashSet<string> s_reads = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "SHOW", "EXPLAIN", "PRAGMA", "DESCRIBE", "VALUES",
    };

    /// <summary>True when it writes, false when it reads, null when that cannot be told.</summary>
    public static bool? Writes(string text)
    {
        string[] words = WithoutComments(text).Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        if (words[0].Equals("WITH", StringComparison.OrdinalIgnoreCase))
        {
            // A common table expression may change data before its SELECT, or the statement after it does.
            return words.Any(static word => word.ToUpperInvariant() is "INSERT" or "UPDATE" or "DELETE" or "MERGE");
        }

        return s_writes.Contains(words[0]) ? true : s_reads.Contains(words[0]) ? false : null;
    }

    private static string WithoutComments(string text)
    {
        text = text.TrimStart();
        while (true)
        {
            int end = text.StartsWith("--", StringComparison.Ordinal) ? text.IndexOf('\n')
                : text.StartsWith("/*", StringComparison.Ordinal) ? text.IndexOf("*/", 2, StringComparison.Ordinal) + 1
                : 0;
            if (end <= 0)
            {
                return text;
            }

            text = text.Substring(end + 1).TrimStart();
        }
    }
}
