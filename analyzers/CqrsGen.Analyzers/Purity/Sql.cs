using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells from a constant SQL text whether it writes, by the words that begin its statements. Some dialects put nothing
/// between statements, so a word begins one where nothing before it goes on and what follows has the shape of one.
/// </summary>
internal static class Sql
{
    private const StringComparison Ignored = StringComparison.OrdinalIgnoreCase;

    private static readonly HashSet<string> s_writes = Words(
        "INSERT UPDATE DELETE MERGE REPLACE UPSERT TRUNCATE CREATE ALTER DROP CALL GRANT REVOKE COPY REFRESH NOTIFY");

    private static readonly HashSet<string> s_reads = Words(
        "SELECT SHOW EXPLAIN PRAGMA DESCRIBE VALUES FETCH PRINT WITH TABLE");

    /// <summary>They hold for a session or a transaction, or stand around other statements.</summary>
    private static readonly HashSet<string> s_frames = Words(
        "SET RESET USE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE DECLARE IF ELSE LOCK UNLOCK DISCARD ANALYZE GO "
        + "CLOSE OPEN DEALLOCATE END WHILE RETURN THROW RAISERROR WAITFOR LISTEN UNLISTEN SAVE BREAK CONTINUE");

    private static readonly HashSet<string> s_calls = Words("EXEC EXECUTE");

    private static readonly HashSet<string> s_ofSession =
        Words("sp_set_session_context sys.sp_set_session_context sp_getapplock sp_releaseapplock");

    private static readonly HashSet<string> s_fillers = Words(
        "INTO FROM TABLE IF NOT EXISTS ONLY INDEX ON UNIQUE CLUSTERED NONCLUSTERED TOP OR IGNORE REPLACE UNLOGGED "
        + "LOCAL GLOBAL LOW_PRIORITY");

    /// <summary>What is made, changed or dropped.</summary>
    private static readonly HashSet<string> s_objects = Words(
        "TABLE VIEW INDEX PROCEDURE PROC FUNCTION TRIGGER SCHEMA DATABASE SEQUENCE TYPE ROLE USER LOGIN UNIQUE "
        + "CLUSTERED NONCLUSTERED TEMP TEMPORARY MATERIALIZED UNLOGGED GLOBAL LOCAL EXTENSION OR SYNONYM PARTITION");

    /// <summary>After these a statement goes on, so that the next word is a name or a clause.</summary>
    private static readonly HashSet<string> s_goOn = Words(
        ", = < > + - * / % ( SELECT DISTINCT ALL FROM JOIN WHERE AND OR NOT IN LIKE BETWEEN BY HAVING INTO VALUES AS "
        + "FOR KEY WHEN CASE UNION EXCEPT INTERSECT INNER LEFT RIGHT FULL OUTER CROSS SHOW BEFORE AFTER OF "
        + "GRANT REVOKE DENY");

    /// <summary>What may follow a name, but is none.</summary>
    private static readonly HashSet<string> s_clauses = Words(
        "JOIN ON SET IS NOT NULL AND OR IN LIKE BETWEEN AS ASC DESC END ELSE THEN WHEN WHERE GROUP ORDER HAVING UNION "
        + "EXCEPT INTERSECT LIMIT OFFSET FETCH FOR SELECT VALUES OUTPUT WITH OPTION CROSS INNER LEFT RIGHT FULL OUTER "
        + "CASE USING CASCADE RESTRICT NO OF SKIP NOWAIT FROM INTO RETURNING COLLATE");

    // Comments, which some dialects nest, texts, and names in brackets or quotes, which may hold anything. What stands
    // between dollars after DO is run.
    private static readonly Regex s_noise = new(
        @"--[^\n]*|/\*(?>/\*(?<open>)|\*/(?<-open>)|(?!/\*|\*/).)*(?(open)(?!))\*/|/\*.*?\*/|'(?:[^']|'')*'"
            + @"|(?<!\bDO\s+)\$(?<tag>(?:[a-z_]\w*)?)\$.*?\$\k<tag>\$|\[(\#?)[^\]]*\]|""[^""]*""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex s_temporary = new(
        @"\bTEMP(?:ORARY)?\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// True when a statement writes; null when that cannot be told of one, or there is none; false when all read.
    /// </summary>
    /// <param name="text">The statements.</param>
    /// <param name="temporary">Names of tables that are known to be temporary.</param>
    public static bool? Writes(string text, ICollection<string> temporary)
    {
        var tokens = SqlToken.Of(s_noise.Replace(text, Quiet));
        bool isKnown = false;
        bool isUnknown = false;
        for (int start = 0; start < tokens.Length;)
        {
            int end = start;
            while (end < tokens.Length && tokens[end].Text != ";")
            {
                end++;
            }

            switch (PartWrites(tokens, start, end, temporary))
            {
                case Answer.Writes:
                    return true;
                case Answer.Unknown:
                    isUnknown = true;
                    break;
                case Answer.Reads:
                    isKnown = true;
                    break;
            }

            start = end + 1;
        }

        return isKnown && !isUnknown ? false : null;
    }

    /// <summary>The temporary tables that a text makes.</summary>
    public static IEnumerable<string> TemporaryTablesOf(string text) =>
        text.IndexOf("TEMP", Ignored) < 0
            ? []
            : s_temporary.Matches(text).Cast<Match>().Select(static found => found.Groups[1].Value);

    /// <summary>Of a name the sign of temporary tables is kept; where a text stood, its quote.</summary>
    private static string Quiet(Match noise) => noise.Value[0] switch
    {
        '[' or '"' => noise.Groups[1].Value + "x",
        '\'' or '$' => "'",
        _ => " ",
    };

    /// <summary>What stands between two semicolons: one statement, or several.</summary>
    private static Answer PartWrites(
        ImmutableArray<SqlToken> tokens, int start, int end, ICollection<string> temporary)
    {
        while (start < end && !tokens[start].IsWord)
        {
            start++;
        }

        if (start == end)
        {
            return Answer.Nothing;
        }

        var first = tokens[start];
        if (first.Is("EXPLAIN") && !Range(tokens, start, end).Any(static token => token.Is("ANALYZE")))
        {
            return Answer.Reads;
        }

        bool isUnknown = s_writes.Contains(first.Text)
            ? !first.Is("COPY") && !HasShape(tokens, start, start, end)
            : !s_reads.Contains(first.Text) && !s_frames.Contains(first.Text) && !s_calls.Contains(first.Text);
        for (int index = start; index < end; index++)
        {
            if (index > start && !MayBegin(tokens, index, start))
            {
                if (tokens[index] is { Depth: 0 } into && into.Is("INTO") && IntoWrites(tokens, index, end, temporary))
                {
                    return Answer.Writes;
                }
            }
            else if (s_calls.Contains(tokens[index].Text))
            {
                isUnknown |= IsUnknownCall(tokens, index, start, end);
            }
            else if (s_writes.Contains(tokens[index].Text) && HasShape(tokens, index, start, end)
                && WritesTable(tokens, index, end, temporary))
            {
                return Answer.Writes;
            }
        }

        return isUnknown ? Answer.Unknown : Answer.Reads;
    }

    /// <summary>
    /// Whether nothing before a word goes on: outside of parentheses, or at the beginning of a common table expression.
    /// </summary>
    private static bool MayBegin(ImmutableArray<SqlToken> tokens, int index, int start)
    {
        var before = tokens[index - 1];
        if (tokens[index].Is("INTO"))
        {
            return false;
        }

        if (tokens[index].Depth == tokens[start].Depth)
        {
            return !s_goOn.Contains(before.Text);
        }

        return before.Text == "(" && index - 2 >= start
            && (tokens[index - 2].Is("AS") || tokens[index - 2].Is("MATERIALIZED") || tokens[index - 2].Is("COPY"));
    }

    /// <summary>Whether what follows a word makes it a statement rather than a name or a function.</summary>
    private static bool HasShape(ImmutableArray<SqlToken> tokens, int index, int start, int end)
    {
        string next = index + 1 < end ? tokens[index + 1].Text : "";
        if (next == "(" || index == start)
        {
            return next != "(";
        }

        var after = Range(tokens, index + 1, end).Where(token => token.Depth == tokens[index].Depth);
        bool isName = next.Length > 0 && tokens[index + 1].IsWord && !s_clauses.Contains(next);
        return tokens[index].Text.ToUpperInvariant() switch
        {
            "UPDATE" => isName && after.Any(static token => token.Is("SET")),
            "MERGE" => (isName || next.Equals("INTO", Ignored)) && after.Any(static token => token.Is("USING")),
            "INSERT" => isName || next.Equals("INTO", Ignored),
            "DELETE" => isName || next.Equals("FROM", Ignored),
            "REPLACE" => next.Equals("INTO", Ignored),
            "CREATE" or "ALTER" or "DROP" => s_objects.Contains(next),
            "TRUNCATE" => next.Equals("TABLE", Ignored),
            _ => isName && (tokens[index].BeginsLine || tokens[index - 1].Is("BEGIN") || tokens[index - 1].Is("ELSE")),
        };
    }

    /// <summary>Whether a procedure is called that may do anything. What fills a temporary table was asked.</summary>
    private static bool IsUnknownCall(ImmutableArray<SqlToken> tokens, int index, int start, int end)
    {
        int name = index + 1;
        if (name + 2 < end && tokens[name + 1].Text == "=")
        {
            name += 2;
        }

        return name < end && (tokens[name].IsWord || tokens[name].Text == "(")
            && !s_clauses.Contains(tokens[name].Text) && !s_ofSession.Contains(tokens[name].Text)
            && !(index > start && Range(tokens, Math.Max(start, index - 3), index)
                .Any(static token => token.Is("INSERT")));
    }

    /// <summary><c>SELECT … INTO</c> makes a table, unless a temporary one or a variable is named.</summary>
    private static bool IntoWrites(
        ImmutableArray<SqlToken> tokens, int index, int end, ICollection<string> temporary)
    {
        bool hasSelect = false;
        for (int before = index - 1; before >= 0 && tokens[before].Text != ";"; before--)
        {
            // In a block with variables of its own, a SELECT fills those.
            if (tokens[before].Is("DECLARE") && tokens[before + 1].Text[0] != '@')
            {
                return false;
            }

            if (tokens[before].Depth == 0 && !hasSelect)
            {
                if (s_writes.Contains(tokens[before].Text) || tokens[before].Is("FETCH"))
                {
                    return false;
                }

                hasSelect = tokens[before].Is("SELECT");
            }
        }

        return hasSelect && index + 1 < end && tokens[index + 1].IsWord && tokens[index + 1].Text[0] != ':'
            && WritesTable(tokens, index, end, temporary);
    }

    /// <summary>Temporary tables and variables are seen by nobody else, and COPY writes where it says FROM.</summary>
    private static bool WritesTable(
        ImmutableArray<SqlToken> tokens, int index, int end, ICollection<string> temporary)
    {
        if (tokens[index].Is("COPY"))
        {
            string[] words = [.. Range(tokens, index + 1, end).Where(static token => token.IsWord)
                .Select(static token => token.Text)];
            return words.Length > 1 && !words[0].Equals("SELECT", Ignored)
                && !temporary.Contains(words[0], StringComparer.OrdinalIgnoreCase)
                && words.Contains("FROM", StringComparer.OrdinalIgnoreCase);
        }

        if (tokens[index].Is("ALTER") && index + 1 < end && tokens[index + 1].Is("SESSION"))
        {
            return false;
        }

        string[] names = [.. Range(tokens, index + 1, end)
            .Where(token => token.IsWord && token.Depth == tokens[index].Depth)
            .Select(static token => token.Text)];
        string target = names.FirstOrDefault(static word => !s_fillers.Contains(word)) ?? "";
        if ((tokens[index].Is("CREATE") || tokens[index].Is("DROP") || tokens[index].Is("ALTER"))
            && names.TakeWhile(word => word != target).Contains("INDEX", StringComparer.OrdinalIgnoreCase))
        {
            target = names.SkipWhile(word => word != target).SkipWhile(static word => !word.Equals("ON", Ignored))
                .Skip(1).FirstOrDefault() ?? target;
        }

        return !IsTemporary(target)
            && !(TablesNamed(tokens, index, end, target) is { Count: > 0 } tables && tables.TrueForAll(IsTemporary));

        bool IsTemporary(string table) =>
            table.StartsWith("#", StringComparison.Ordinal) || table.StartsWith("@", StringComparison.Ordinal)
            || table.Equals("TEMP", Ignored) || table.Equals("TEMPORARY", Ignored)
            || table.StartsWith("temp.", Ignored) || table.StartsWith("pg_temp.", Ignored)
            || temporary.Contains(table, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The tables that a statement itself calls by another name, or that a common table expression of this name reads.
    /// </summary>
    private static List<string> TablesNamed(ImmutableArray<SqlToken> tokens, int index, int end, string name)
    {
        var tables = new List<string>();
        if (tokens[index].Is("UPDATE") || tokens[index].Is("DELETE"))
        {
            for (int after = index + 2; after < end && !BeginsAnother(tokens[after]); after++)
            {
                if (IsAfterTable(after) && tokens[after].Is(name))
                {
                    tables.Add(tokens[after - (tokens[after - 1].Is("AS") ? 2 : 1)].Text);
                }
            }

            for (int before = index - 3; before >= 0 && tokens[before].Text != ";"; before--)
            {
                if (tokens[before].Is(name) && tokens[before + 1].Is("AS") && tokens[before + 2].Text == "(")
                {
                    tables.AddRange(Range(tokens, before + 3, index)
                        .TakeWhile(token => token.Depth > tokens[before].Depth)
                        .Select((token, place) => (token, place: before + 3 + place))
                        .Where(static found => found.token.Is("FROM") || found.token.Is("JOIN"))
                        .Select(found => tokens[found.place + 1].Text));
                }
            }
        }

        return tables;

        bool BeginsAnother(SqlToken token) => token.Depth == tokens[index].Depth
            && (token.Is("SELECT") || s_writes.Contains(token.Text));

        bool IsAfterTable(int place)
        {
            int table = place - (tokens[place - 1].Is("AS") ? 2 : 1);
            return table > index + 1 && tokens[table].IsWord
                && (tokens[table - 1].Is("FROM") || tokens[table - 1].Is("JOIN") || tokens[table - 1].Text == ",");
        }
    }

    private static IEnumerable<SqlToken> Range(ImmutableArray<SqlToken> tokens, int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            yield return tokens[index];
        }
    }

    private static HashSet<string> Words(string text) => new(text.Split(' '), StringComparer.OrdinalIgnoreCase);

    private enum Answer
    {
        Nothing,
        Reads,
        Unknown,
        Writes,
    }
}
