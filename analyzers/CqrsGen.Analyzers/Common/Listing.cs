namespace CqrsGen.Analyzers.Common;

/// <summary>Puts names into a sentence.</summary>
internal static class Listing
{
    private const int Most = 5;

    /// <summary>Quoted names with commas, "and" before the last; past five, the number of the others.</summary>
    public static string Of(IEnumerable<string> names) => OfQuoted(names.Select(static name => $"'{name}'"));

    /// <summary>The same of names that are quoted already.</summary>
    public static string OfQuoted(IEnumerable<string> names)
    {
        var quoted = names.ToList();
        if (quoted.Count > Most)
        {
            int more = quoted.Count - Most;
            quoted.RemoveRange(Most, more);
            quoted.Add($"{more} more");
        }

        return quoted.Count < 2
            ? string.Concat(quoted)
            : string.Join(", ", quoted.Take(quoted.Count - 1)) + " and " + quoted[quoted.Count - 1];
    }
}
