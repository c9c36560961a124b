using System.Runtime.CompilerServices;

namespace CqrsGen.TestKit;

/// <summary>
/// Compares text with a committed file, by Verify's convention: <c>Class.Method#Part.verified.cs</c> is the accepted
/// text, <c>….received.cs</c> is written beside it when they differ. <c>CQRSGEN_ACCEPT_SNAPSHOTS=1</c> accepts.
/// </summary>
public static class Snapshot
{
    private static bool Accepts =>
        Environment.GetEnvironmentVariable("CQRSGEN_ACCEPT_SNAPSHOTS") is "1" or "true";

    /// <summary>Compares one text.</summary>
    public static void Match(
        string actual,
        string extension = "cs",
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "") =>
        MatchAll([new(null, actual)], extension, testFile, test);

    /// <summary>Compares several texts; an accepted file that has no text any more is a difference too.</summary>
    public static void MatchAll(
        IEnumerable<KeyValuePair<string?, string>> parts,
        string extension = "cs",
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        string directory = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        string stem = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}";
        MatchAll(parts, directory, stem, extension, Accepts);
    }

    internal static void MatchAll(
        IEnumerable<KeyValuePair<string?, string>> parts, string directory, string stem, string extension, bool accept)
    {
        Directory.CreateDirectory(directory);
        var stale = Directory.GetFiles(directory, $"{stem}.verified.{extension}")
            .Concat(Directory.GetFiles(directory, $"{stem}#*.verified.{extension}"))
            .ToHashSet(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var (part, text) in parts)
        {
            string path = Path.Combine(directory, part is null ? stem : $"{stem}#{part}");
            stale.Remove($"{path}.verified.{extension}");
            if (Compare(path, extension, Normalize(text), accept) is { } difference)
            {
                differences.Add(difference);
            }
        }

        foreach (string path in stale)
        {
            if (accept)
            {
                File.Delete(path);
            }
            else
            {
                differences.Add($"Nothing was produced for {path}. Delete it if that is right.");
            }
        }

        if (differences.Count > 0)
        {
            throw new SnapshotException(string.Join("\n\n", differences));
        }
    }

    private static string? Compare(string path, string extension, string actual, bool accept)
    {
        string verified = $"{path}.verified.{extension}";
        string received = $"{path}.received.{extension}";
        string? expected = File.Exists(verified) ? Normalize(File.ReadAllText(verified)) : null;
        if (actual == expected || accept)
        {
            File.Delete(received);
            if (actual != expected)
            {
                File.WriteAllText(verified, actual);
            }

            return null;
        }

        File.WriteAllText(received, actual);
        return $"{verified} {(expected is null ? "does not exist" : "differs")}; see {received}, accept with " +
            $"CQRSGEN_ACCEPT_SNAPSHOTS=1.\n{LineDiff.Of(expected ?? "", actual)}";
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n");
}
