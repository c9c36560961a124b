namespace CqrsGen.Analyzers.Purity;

/// <summary>A line of a baseline.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Place">The documentation ID of the member, type or namespace.</param>
/// <param name="Effect">What a query does; empty for whatever the rule finds there.</param>
internal sealed record BaselineEntry(string Rule, string Place, string Effect)
{
    private static readonly char[] s_blank = [' '];

    /// <summary>Takes a line apart; null when it cannot be read.</summary>
    public static BaselineEntry? Read(string line)
    {
        string[] parts = line.Split(s_blank, 3);
        return parts.Length > 1 && parts[0].StartsWith("CQG", StringComparison.Ordinal)
            && parts[1].Length > 2 && parts[1][1] == ':'
            && (parts.Length == 2 || parts[0].StartsWith("CQG1", StringComparison.Ordinal))
                ? new BaselineEntry(parts[0], parts[1], parts.Length == 3 ? parts[2] : "")
                : null;
    }
}
