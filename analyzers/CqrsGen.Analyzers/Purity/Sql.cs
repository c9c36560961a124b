using System.Text.RegularExpressions;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Tells from a constant SQL text whether it writes, by the first words of its statements.</summary>
internal static class Sql
{
    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', '(', ')', ',', '='];

    private static readonly HashSet<string> s_writes = Words(
        "INSERT UPDATE DELETE MERGE REPLACE UPSERT TRUNCATE CREATE ALTER DROP CALL GRANT REVOKE COPY REFRESH NOTIFY");

    private static readonly HashSet<string> s_changes = Words("INSERT UPDATE DELETE MERGE TRUNCATE");

    private static readonly HashSet<string> s_reads = Words(
        "SELECT SHOW EXPLAIN PRAGMA DESCRIBE VALUES FETCH PRINT");

    /// <summary>They hold for a session or a transaction, or stand around other statements.</summary>
    private static readonly HashSet<string> s_frames = Words(
        "SET RESET USE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE DECLARE IF ELSE LOCK DISCARD ANALYZE GO CLOSE");

    private static readonly HashSet<string> s_calls = Words("EXEC EXECUTE");

    private static readonly HashSet<string> s_ofSession =
        Words("sp_set_session_context sys.sp_set_session_context sp_getapplock sp_releaseapplock");

    private static readonly HashSet<string> s_fillers = Words(
        "INTO FROM TABLE IF NOT EXISTS ONLY INDEX ON UNIQUE CLUSTERED NONCLUSTERED");

    // Comments, texts, and names in brackets or quotes, which may hold anything.
    private static readonly Regex s_noise = new(
        @"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\[(\#?)[^\]]*\]|""[^""]*""",
        RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex s_temporary = new(
        @"\bTEMP(?:ORARY)?\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>True when it writes, false when it reads, null when that cannot be told.</summary>
    /// <param name="text">The statements.</param>
    /// <param name="temporary">Names of tables that are known to be temporary.</param>
    public static bool? Writes(string text, ICollection<string> temporary)
    {
        bool? writes = null;
        foreach (string statement in s_noise.Replace(text, Quiet).Split(';'))
        {
            switch (StatementWrites(statement, temporary))
            {
                case true:
                    return true;
                case false:
                    writes = false;
                    break;
            }
        }

        return writes;
    }

    /// <summary>Of a name the sign of temporary tables is kept.</summary>
    private static string Quiet(Match noise) => noise.Value[0] switch
    {
        '[' or '"' => noise.Groups[1].Value + "x",
        _ => " ",
    };

    private static bool? StatementWrites(string statement, ICollection<string> temporary)
    {
        string[] words = WordsOf(statement);
        if (words.Length == 0)
        {
            return null;
        }

        if (words[0].Equals("WITH", StringComparison.OrdinalIgnoreCase))
        {
            // A common table expression may change data before its SELECT, or the statement after it does.
            for (int index = 1; index < words.Length; index++)
            {
                if (s_changes.Contains(words[index]) && !words[index - 1].Equals("FOR", Ignored))
                {
                    return true;
                }
            }

            return false;
        }

        if (s_frames.Contains(words[0]))
        {
            // Where statements need no semicolon, each begins a line.
            return statement.Split('\n').Select(WordsOf).Any(line =>
                line.Length > 1 && s_changes.Contains(line[0]) && WritesTable(line, temporary))
                || (words[0].Equals("IF", Ignored) && words.Any(s_changes.Contains));
        }

        if (s_calls.Contains(words[0]))
        {
            return words.Length > 1 && s_ofSession.Contains(words[1]) ? false : null;
        }

        return s_writes.Contains(words[0]) ? WritesTable(words, temporary) : s_reads.Contains(words[0]) ? false : null;
    }

    /// <summary>Temporary tables and variables are seen by nobody else, and COPY writes where it says FROM.</summary>
    private static bool WritesTable(string[] words, ICollection<string> temporary)
    {
        if (words[0].Equals("COPY", Ignored))
        {
            return words.Length > 2 && !words[1].Equals("SELECT", Ignored)
                && !temporary.Contains(words[1], StringComparer.OrdinalIgnoreCase)
                && words.Contains("FROM", StringComparer.OrdinalIgnoreCase);
        }

        string target = words.Skip(1).FirstOrDefault(static word => !s_fillers.Contains(word)) ?? "";
        return !target.StartsWith("#", StringComparison.Ordinal) && !target.StartsWith("@", StringComparison.Ordinal)
            && !target.StartsWith("TEMP", Ignored) && !target.StartsWith("pg_temp.", Ignored)
            && !temporary.Contains(target, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The temporary tables that a text makes.</summary>
    public static IEnumerable<string> TemporaryTablesOf(string text) =>
        text.IndexOf("TEMP", Ignored) < 0
            ? []
            : s_temporary.Matches(text).Cast<Match>().Select(static found => found.Groups[1].Value);

    private const StringComparison Ignored = StringComparison.OrdinalIgnoreCase;

    private static string[] WordsOf(string text) => text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Words(string text) => new(text.Split(' '), StringComparer.OrdinalIgnoreCase);
}
