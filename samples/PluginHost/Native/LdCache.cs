using System.Buffers.Binary;
using System.Text;

namespace PluginHost.Native;

/// <summary>Reads <c>/etc/ld.so.cache</c>, where glibc notes which file stands behind a library name.</summary>
/// <remarks>
/// The format of glibc 2.2 and later (<c>sysdeps/generic/dl-cache.h</c>): a header of 48 bytes, entries of 24 bytes
/// (flags, name offset, path offset, OS version, hardware capabilities), then the strings. Older caches carry an
/// obsolete part in front. The offsets count from the header.
/// </remarks>
internal static class LdCache
{
    public const string DefaultPath = "/etc/ld.so.cache";

    private const int HeaderSize = 48;
    private const int EntrySize = 24;

    private static ReadOnlySpan<byte> Magic => "glibc-ld.so.cache1.1"u8;

    /// <summary>The names and paths of a cache file, in its order; nothing when there is no readable cache.</summary>
    public static IReadOnlyList<(string Name, string Path)> Read(string file = DefaultPath)
    {
        try
        {
            return Parse(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The names and paths of a cache; entries that point outside of it are left out.</summary>
    public static IReadOnlyList<(string Name, string Path)> Parse(ReadOnlySpan<byte> file)
    {
        int start = file.IndexOf(Magic);
        if (start < 0 || file.Length - start < HeaderSize)
        {
            return [];
        }

        var cache = file[start..];
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(cache[Magic.Length..]);
        var found = new List<(string, string)>();
        for (uint index = 0; index < count && HeaderSize + ((index + 1L) * EntrySize) <= cache.Length; index++)
        {
            var entry = cache.Slice(HeaderSize + ((int)index * EntrySize), EntrySize);
            string? name = TextAt(cache, BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]));
            string? path = TextAt(cache, BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]));
            if (name is { Length: > 0 } && path is { Length: > 0 })
            {
                found.Add((name, path));
            }
        }

        return found;
    }

    private static string? TextAt(ReadOnlySpan<byte> cache, uint offset)
    {
        if (offset >= cache.Length)
        {
            return null;
        }

        var text = cache[(int)offset..];
        int end = text.IndexOf((byte)0);
        return end < 0 ? null : Encoding.UTF8.GetString(text[..end]);
    }
}
