using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PluginHost.Native;

/// <summary>Tells from the first bytes of a file whether this process could load it.</summary>
/// <remarks>
/// The system's loader would refuse such files too, but in words that do not help ("invalid ELF header"), and
/// validating must not run the start-up code of a library.
/// </remarks>
internal static class LibraryHeader
{
    private const int Enough = 4096; // The header, and with it the table of an ELF file's segments.
    private const string CutOff = "it is cut off; parts of it are missing";
    private const ushort ElfSharedObject = 3;

    /// <summary>
    /// Why the file cannot be loaded, as the end of a sentence about it; null when it looks loadable.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string? WhyNotLoadable(string path)
    {
        Span<byte> bytes = stackalloc byte[Enough];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var start = bytes[..file.ReadAtLeast(bytes, Enough, throwOnEndOfStream: false)];
        return WhyNotLoadable(start) ?? (file.CanSeek ? WhyNotWhole(start, file.Length) : "it is no file on a disk");
    }

    /// <summary>Why a file that starts with these bytes cannot be loaded; null when it looks loadable.</summary>
    public static string? WhyNotLoadable(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return "it is empty";
        }

        if (start.StartsWith("/* GNU ld script"u8))
        {
            return "it is a linker script, a text file that names the real library";
        }

        if (OperatingSystem.IsWindows())
        {
            return start.StartsWith("MZ"u8) ? null : Unknown(start);
        }

        return OperatingSystem.IsMacOS() ? WhyNotMachO(start) : WhyNotElf(start);
    }

    private static string? WhyNotElf(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F']))
        {
            return Unknown(start);
        }

        if (start.Length < 64)
        {
            return CutOff;
        }

        int bits = start[4] == 2 ? 64 : 32;
        bool isLittleEndian = start[5] == 1;
        ushort type = BinaryPrimitives.ReadUInt16LittleEndian(start[16..]);
        ushort machine = BinaryPrimitives.ReadUInt16LittleEndian(start[18..]);
        if (bits != IntPtr.Size * 8 || isLittleEndian != BitConverter.IsLittleEndian)
        {
            return $"it is built for a {bits}-bit {(isLittleEndian ? "little" : "big")}-endian processor";
        }

        if (MachineOfThisProcess() is { } expected && machine != expected)
        {
            return $"it is built for another processor (ELF machine {machine}, this process needs {expected})";
        }

        return type == ElfSharedObject ? null : "it is an object file or a program, not a shared library";
    }

    /// <summary>
    /// Whether the file is cut off. The system would map what is missing, too, and kill the process at its first touch.
    /// </summary>
    private static string? WhyNotWhole(ReadOnlySpan<byte> start, long length)
    {
        const uint Load = 1;
        if (!OperatingSystem.IsLinux() || IntPtr.Size != 8)
        {
            return null;
        }

        const int EntrySize = 56;
        ulong whole = (ulong)length;
        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(start[32..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(start[56..]);
        if (table > whole || (ulong)(count * EntrySize) > whole - table)
        {
            return CutOff;
        }

        // A table beyond what was read is legal, though nobody writes one; then the system has to tell.
        int at = (int)Math.Min(table, Enough);
        for (; count > 0 && at + EntrySize <= start.Length; at += EntrySize, count--)
        {
            var segment = start[at..];
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(segment[8..]);
            ulong size = BinaryPrimitives.ReadUInt64LittleEndian(segment[32..]);
            bool isMapped = BinaryPrimitives.ReadUInt32LittleEndian(segment) == Load;
            if (isMapped && (offset > whole || size > whole - offset))
            {
                return CutOff;
            }
        }

        return null;
    }

    private static ushort? MachineOfThisProcess() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X86 => 3,
        Architecture.Arm => 40,
        Architecture.X64 => 62,
        Architecture.Arm64 => 183,
        Architecture.RiscV64 => 243,
        Architecture.LoongArch64 => 258,
        _ => null,
    };

    private static string? WhyNotMachO(ReadOnlySpan<byte> start)
    {
        const uint Thin64 = 0xfeedfacf;
        const uint Universal = 0xbebafeca; // Stored big-endian.
        uint magic = start.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(start);
        return magic is Thin64 or Universal ? null : Unknown(start);
    }

    private static string Unknown(ReadOnlySpan<byte> start)
    {
        foreach (byte value in start)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                return "it is no shared library of this system";
            }
        }

        return "it is a text file";
    }
}
