using System.Globalization;

namespace PluginHost.Native;

/// <summary>Where a file is mapped into this process.</summary>
internal sealed class MappedFile
{
    private const string Maps = "/proc/self/maps";

    private readonly List<(ulong Start, ulong End)> _ranges = [];

    private MappedFile()
    {
    }

    /// <summary>How many bytes of address space the file's mappings take.</summary>
    /// <remarks>Memory that the library asks for while it runs is not among them.</remarks>
    public long Bytes
    {
        get
        {
            long bytes = 0;
            foreach (var (start, end) in _ranges)
            {
                bytes += (long)(end - start);
            }

            return bytes;
        }
    }

    /// <summary>The mappings of a file now; null on systems that do not list them.</summary>
    /// <param name="realPath">The path without links.</param>
    public static MappedFile? Find(string realPath)
    {
        try
        {
            return Find(realPath, File.ReadLines(Maps));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The mappings of a file in lines such as <c>7f00-7f80 r-xp 00000000 fe:00 12345   /usr/lib/libz.so</c>.
    /// </summary>
    public static MappedFile Find(string realPath, IEnumerable<string> lines)
    {
        var mapped = new MappedFile();
        foreach (string line in lines)
        {
            // Addresses, permissions, offset, device, inode, then the path, which may contain blanks.
            if (line.EndsWith(realPath, StringComparison.Ordinal)
                && line.Length > realPath.Length
                && line[line.Length - realPath.Length - 1] == ' '
                && ReadRange(line) is { } range)
            {
                mapped._ranges.Add(range);
            }
        }

        return mapped;
    }

    /// <summary>Whether an address lies in the file's mappings.</summary>
    public bool Contains(nint address)
    {
        foreach (var (start, end) in _ranges)
        {
            if ((ulong)address >= start && (ulong)address < end)
            {
                return true;
            }
        }

        return false;
    }

    private static (ulong Start, ulong End)? ReadRange(string line)
    {
        int dash = line.IndexOf('-', StringComparison.Ordinal);
        int blank = line.IndexOf(' ', StringComparison.Ordinal);
        return dash > 0
            && blank > dash
            && TryReadHex(line.AsSpan(0, dash), out ulong start)
            && TryReadHex(line.AsSpan(dash + 1, blank - dash - 1), out ulong end)
            ? (start, end)
            : null;
    }

    private static bool TryReadHex(ReadOnlySpan<char> text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out value);
}
