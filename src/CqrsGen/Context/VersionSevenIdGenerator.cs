using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CqrsGen;

/// <summary>
/// Makes UUIDs of version 7, which sort by the time at which they were made. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
/// <remarks>
/// RFC 9562, section 5.7: 48 bits of Unix milliseconds, then (section 6.2, method 3) 12 bits of the fraction of the
/// millisecond, then 62 random bits from the system's generator. Ids of the same quarter of a microsecond do not sort.
/// </remarks>
public sealed class VersionSevenIdGenerator(TimeProvider time) : IIdGenerator
{
    /// <inheritdoc/>
    public Guid NewId()
    {
        long ticks = time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks;
        long milliseconds = ticks / TimeSpan.TicksPerMillisecond;
        long fraction = ticks % TimeSpan.TicksPerMillisecond * 4096 / TimeSpan.TicksPerMillisecond;

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | 0x7000L | fraction);
        RandomNumberGenerator.Fill(bytes[8..]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
