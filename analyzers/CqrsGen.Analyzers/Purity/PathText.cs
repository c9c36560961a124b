using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Paths as messages show them.</summary>
internal static class PathText
{
    private const string Arrow = " → ";
    private const int Most = 5;

    /// <summary><c>Handle → Save → DbContext.SaveChanges (Orders.cs:100)</c>, shortened in the middle.</summary>
    public static string Of(string root, ImmutableArray<Hop> path)
    {
        var names = path.Select(static hop => hop.Name).ToList();
        if (names.Count > Most)
        {
            int left = names.Count - 4;
            names.RemoveRange(2, left);
            names.Insert(2, $"… ({left.ToString(CultureInfo.InvariantCulture)} more) …");
        }

        names.Insert(0, root);
        return $"{string.Join(Arrow, names)} ({Place(path[path.Length - 1].Location)})";
    }

    /// <summary>All of it, for tools.</summary>
    public static string Whole(string root, ImmutableArray<Hop> path) =>
        root + string.Concat(path.Select(static hop => Arrow + hop.Name));

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        string file = span.Path.Substring(span.Path.LastIndexOfAny(['/', '\\']) + 1);
        return file + ":" + (span.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
    }
}
