using PluginHost.Native;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public class LibraryHeaderTests
{
    [Fact]
    public void ALibraryOfThisMachineIsLoadable() => LibraryHeader.WhyNotLoadable(Libraries.OfDotNet).ShouldBeNull();

    [Fact]
    public void AnEmptyFileIsNamed() => LibraryHeader.WhyNotLoadable([]).ShouldBe("it is empty");

    [Fact]
    public void ATextFileIsNamed() => LibraryHeader.WhyNotLoadable("Hello,\r\n\tworld"u8).ShouldBe("it is a text file");

    [Fact]
    public void ALinkerScriptIsNamed() =>
        LibraryHeader.WhyNotLoadable("/* GNU ld script\n*/ GROUP ( /lib/libc.so.6 )"u8)!.ShouldContain("linker script");

    [Fact]
    public void BytesOfAnotherFormatAreNoLibrary() =>
        LibraryHeader.WhyNotLoadable([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])!.ShouldContain("no shared library");

    [LinuxFact]
    public void AHeaderThatIsCutOffIsNamed() => WhyNot(static elf => elf[..12])!.ShouldContain("cut off");

    [LinuxFact]
    public void AFileThatIsCutOffAnywhereNeverReachesTheSystem()
    {
        using var directory = new TemporaryDirectory();
        byte[] whole = File.ReadAllBytes(Libraries.OfDotNet);
        foreach (int length in (int[])[20, 64, 100, 600, 4096, whole.Length / 2])
        {
            string path = directory.Write("libcut.so", whole.AsSpan(0, length));
            LibraryHeader.WhyNotLoadable(path).ShouldBe("it is cut off; parts of it are missing", $"{length} bytes");
        }
    }

    [LinuxFact]
    public void AnotherProcessorIsNamed()
    {
        const byte SparcV9 = 43;
        WhyNot(static elf => [.. elf[..18], SparcV9, .. elf[19..]])!.ShouldContain("another processor (ELF machine 43");
    }

    [LinuxFact]
    public void AnotherWordSizeIsNamed() =>
        WhyNot(static elf => [.. elf[..4], 1, .. elf[5..]])!.ShouldContain("32-bit little-endian");

    [LinuxFact]
    public void AnotherByteOrderIsNamed() =>
        WhyNot(static elf => [.. elf[..5], 2, .. elf[6..]])!.ShouldContain("big-endian");

    [LinuxFact]
    public void AnObjectFileIsNoLibrary() =>
        WhyNot(static elf => [.. elf[..16], 1, .. elf[17..]])!.ShouldContain("object file or a program");

    private static string? WhyNot(Func<byte[], byte[]> damage)
    {
        byte[] start = new byte[64];
        using var file = File.OpenRead(Libraries.OfDotNet);
        file.ReadExactly(start);
        LibraryHeader.WhyNotLoadable(start).ShouldBeNull();
        return LibraryHeader.WhyNotLoadable(damage(start));
    }
}
