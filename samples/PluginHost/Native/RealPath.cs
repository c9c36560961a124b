namespace PluginHost.Native;

/// <summary>The one path of a file, whatever links lead to it.</summary>
/// <remarks>
/// <see cref="File.ResolveLinkTarget"/> looks at the last part of a path only, but on many systems <c>/lib</c> itself
/// is a link, and the kernel's list of mapped files knows the file as <c>/usr/lib/…</c>.
/// </remarks>
internal static class RealPath
{
    private const int MaximumLinks = 40; // As in Linux: more are taken for a circle.

    /// <summary>The path without links, and absolute. Parts that do not exist stay as they are.</summary>
    /// <exception cref="IOException">The links go in a circle, or cannot be read.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        for (int links = 0; links <= MaximumLinks; links++)
        {
            if (FollowFirstLink(full) is not { } followed)
            {
                return full;
            }

            full = followed;
        }

        throw new IOException($"Too many links lead away from '{path}'.");
    }

    private static string? FollowFirstLink(string full)
    {
        int end = Path.GetPathRoot(full)!.Length;
        while (end < full.Length)
        {
            int next = full.IndexOf(Path.DirectorySeparatorChar, end);
            string part = next < 0 ? full : full[..next];
            if (new FileInfo(part).LinkTarget is { } target)
            {
                string rest = next < 0 ? "" : full[(next + 1)..];
                return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(part)!, target, rest));
            }

            end = part.Length + 1;
        }

        return null;
    }
}
