using PluginHost.Native;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public class MappedFileTests
{
    private static readonly string[] Lines =
    [
        "7f0000000000-7f0000003000 r--p 00000000 fe:00 11 /usr/lib/libz.so.1",
        "7f0000003000-7f0000010000 r-xp 00003000 fe:00 11                         /usr/lib/libz.so.1",
        "7f0000010000-7f0000020000 rw-p 00000000 00:00 0 ",
        "7f0000020000-7f0000021000 r-xp 00000000 fe:00 12 /opt/usr/lib/libz.so.1",
        "7f0000030000-7f0000031000 r-xp 00000000 fe:00 13 /home/a b/lib.so",
        "not a line of the kernel /usr/lib/libz.so.1",
    ];

    [Fact]
    public void TheMappingsOfTheFileAreAddedUp() =>
        MappedFile.Find("/usr/lib/libz.so.1", Lines).Bytes.ShouldBe(0x10000);

    [Fact]
    public void AFileThatIsNotMappedTakesNothing() => MappedFile.Find("/usr/lib/liba.so", Lines).Bytes.ShouldBe(0);

    [Fact]
    public void APathMayContainBlanks() => MappedFile.Find("/home/a b/lib.so", Lines).Bytes.ShouldBe(0x1000);

    [Fact]
    public void AnAddressIsInsideFromTheFirstToBeforeTheLast()
    {
        var mapped = MappedFile.Find("/usr/lib/libz.so.1", Lines);
        mapped.Contains(unchecked((nint)0x7f0000000000)).ShouldBeTrue();
        mapped.Contains(unchecked((nint)0x7f000000ffff)).ShouldBeTrue();
        mapped.Contains(unchecked((nint)0x7f0000010000)).ShouldBeFalse();
        mapped.Contains(unchecked((nint)0x7effffffffff)).ShouldBeFalse();
    }

    [LinuxFact]
    public void TheKernelListsALibraryOfThisProcess() =>
        MappedFile.Find(Libraries.OfDotNet)!.Bytes.ShouldBeGreaterThan(new FileInfo(Libraries.OfDotNet).Length / 2);
}
