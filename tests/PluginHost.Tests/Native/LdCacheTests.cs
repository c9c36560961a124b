using System.Buffers.Binary;
using System.Text;
using PluginHost.Native;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public class LdCacheTests
{
    [Fact]
    public void NamesAndPathsAreReadInOrder() =>
        LdCache.Parse(Cache(("libz.so.1", "/lib/libz.so.1"), ("libm.so.6", "/lib/libm.so.6")))
            .ShouldBe([("libz.so.1", "/lib/libz.so.1"), ("libm.so.6", "/lib/libm.so.6")]);

    [Fact]
    public void AnObsoletePartInFrontIsSkipped() =>
        LdCache.Parse([.. "ld.so-1.7.0\0\0\0\0\0"u8, .. Cache(("libz.so.1", "/lib/libz.so.1"))])
            .ShouldBe([("libz.so.1", "/lib/libz.so.1")]);

    [Fact]
    public void AnotherFormatHasNothing() =>
        LdCache.Parse("something else, of more than a header's length"u8).ShouldBeEmpty();

    [Fact]
    public void ACacheThatIsCutOffNeverThrows()
    {
        byte[] whole = Cache(("libz.so.1", "/lib/libz.so.1"), ("libm.so.6", "/lib/libm.so.6"));
        for (int length = 0; length < whole.Length; length++)
        {
            LdCache.Parse(whole.AsSpan(0, length)).Count.ShouldBeLessThan(2);
        }
    }

    [Fact]
    public void AMissingCacheHasNothing()
    {
        using var directory = new TemporaryDirectory();
        LdCache.Read(Path.Combine(directory.Path, "none")).ShouldBeEmpty();
    }

    [LinuxFact]
    public void TheCacheOfThisMachineNamesFilesThatExist()
    {
        var entries = LdCache.Read();
        entries.ShouldNotBeEmpty();
        entries.Count(static entry => File.Exists(entry.Path)).ShouldBeGreaterThan(entries.Count / 2);
    }

    private static byte[] Cache(params (string Name, string Path)[] entries)
    {
        const int Header = 48;
        const int Entry = 24;
        byte[] cache = new byte[Header + (entries.Length * Entry)];
        "glibc-ld.so.cache1.1"u8.CopyTo(cache);
        BinaryPrimitives.WriteInt32LittleEndian(cache.AsSpan(20), entries.Length);
        var all = new List<byte>(cache);
        for (int index = 0; index < entries.Length; index++)
        {
            SetOffset(all, Header + (index * Entry) + 4);
            all.AddRange(Encoding.UTF8.GetBytes(entries[index].Name + '\0'));
            SetOffset(all, Header + (index * Entry) + 8);
            all.AddRange(Encoding.UTF8.GetBytes(entries[index].Path + '\0'));
        }

        return [.. all];

        static void SetOffset(List<byte> all, int at)
        {
            byte[] offset = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(offset, all.Count);
            for (int index = 0; index < 4; index++)
            {
                all[at + index] = offset[index];
            }
        }
    }
}
